// Faults that a test arms: each strikes a number of times, only where its filter fits.

export const FAULT_KINDS = [
  'slowAck',
  'lostAck',
  'heldRequest',
  'disconnect',
  'fillBeforeAck',
  'lateFill',
  'lateReject',
  'serverError',
  'timeout',
  'unavailable',
  'html',
  'cutJson',
  'notPermitted',
  'notFound',
  'swallowEvent',
  'duplicateEvent',
  'depthGap',
  'checksum',
  'sequenceGap',
  'tooManyRequests',
  'banned',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** What a test asks for. Everything but the kind narrows it or sizes it. */
export interface Fault {
  readonly kind: FaultKind;
  /** How many times it strikes. */
  readonly count: number;
  readonly symbol?: string | undefined;
  readonly side?: 'BUY' | 'SELL' | undefined;
  /**
   * A method of the protocol, such as `order.place`, or `*` for any; REST requests count under the
   * same names. Without it the kind's usual one, so that a ping does not use up what waits for an order.
   */
  readonly method?: string | undefined;
  readonly clientOrderId?: string | undefined;
  /** For `swallowEvent` and `duplicateEvent`: an execution type or the name of another event. */
  readonly event?: string | undefined;
  /** For `heldRequest`: without it, for good. */
  readonly delayMs?: number | undefined;
  /** For `serverError`: 500 to 599. */
  readonly status?: number | undefined;
  /** For `serverError` and `timeout`: the error's code, such as -1006. */
  readonly code?: number | undefined;
  /** Whether the request is carried out before it is answered badly. */
  readonly executed?: boolean | undefined;
  /** For `lateFill` and `fillBeforeAck`: how much; without it all that is left. */
  readonly quantity?: string | undefined;
}

/** What a request or an event looks like to a fault's filter. */
export interface Occasion {
  readonly symbol?: string | undefined;
  readonly side?: string | undefined;
  readonly method?: string | undefined;
  readonly clientOrderId?: string | undefined;
  readonly event?: string | undefined;
}

export interface ArmedFault extends Fault {
  readonly left: number;
}

export interface Faults {
  arm(fault: Fault): void;
  clear(): void;
  /** The first armed fault of the kind whose filter fits; striking uses it up by one. */
  take(kind: FaultKind, occasion: Occasion): Fault | null;
  armed(): readonly ArmedFault[];
  /** False: nothing is armed, and the hot path need not ask. */
  any(): boolean;
  /** How often each kind has struck. */
  struck(): Readonly<Record<string, number>>;
}

/** What a fault without a `method` waits for, in the words of one protocol; `*` is any. */
export type UsualMethods = Readonly<Record<FaultKind, string>>;

/** Faults wait for the method that places an order, but for a few. */
export function usualMethods(names: {
  readonly place: string;
  readonly cancel: string;
  readonly status: string;
}): UsualMethods {
  const { place, cancel, status } = names;
  return {
    slowAck: place,
    lostAck: place,
    heldRequest: place,
    disconnect: place,
    fillBeforeAck: place,
    lateFill: cancel,
    lateReject: place,
    serverError: place,
    timeout: place,
    unavailable: place,
    html: place,
    cutJson: place,
    notPermitted: place,
    notFound: status,
    swallowEvent: '*',
    duplicateEvent: '*',
    depthGap: '*',
    checksum: '*',
    sequenceGap: '*',
    tooManyRequests: '*',
    banned: '*',
  };
}

export function createFaults(usual: UsualMethods): Faults {
  let armed: { fault: Fault; left: number }[] = [];
  const struck = new Map<FaultKind, number>();
  return {
    arm: (fault) => void armed.push({ fault, left: fault.count }),
    clear: () => void (armed = []),
    any: () => armed.length > 0,
    armed: () => armed.map(({ fault, left }) => ({ ...fault, left })),
    struck: () => Object.fromEntries(struck),
    take: (kind, occasion) => {
      const found = armed.find(({ fault }) => fault.kind === kind && fits(fault, occasion, usual));
      if (found === undefined) return null;
      found.left -= 1;
      if (found.left <= 0) armed = armed.filter((other) => other !== found);
      struck.set(kind, (struck.get(kind) ?? 0) + 1);
      return found.fault;
    },
  };
}

function fits(fault: Fault, occasion: Occasion, usual: UsualMethods): boolean {
  return (
    agrees(fault.symbol, occasion.symbol) &&
    agrees(fault.side, occasion.side) &&
    agrees(methodOf(fault, usual), occasion.method) &&
    agrees(fault.clientOrderId, occasion.clientOrderId) &&
    agrees(fault.event, occasion.event)
  );
}

function methodOf(fault: Fault, usual: UsualMethods): string | undefined {
  const method = fault.method ?? usual[fault.kind];
  return method === '*' ? undefined : method;
}

function agrees(wanted: string | undefined, found: string | undefined): boolean {
  return wanted === undefined || wanted === found;
}
