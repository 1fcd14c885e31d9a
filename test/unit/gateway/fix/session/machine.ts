// A session machine on the bench: hand-written messages in, what it sends and wants out.

import { fix44 } from '../../../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../../../spec/ports/index.ts';
import { MessageView } from '../../../../../gateway/fix/codec/message-view.ts';
import {
  defaultSessionSettings,
  type SessionRules,
  type SessionSettings,
} from '../../../../../gateway/fix/session/settings.ts';
import {
  hasEarlyDue,
  initialState,
  type SessionAction,
  type SessionInput,
  type SessionState,
} from '../../../../../gateway/fix/session/state.ts';
import { step } from '../../../../../gateway/fix/session/step.ts';
import type { StoredSession } from '../../../../../gateway/fix/store.ts';
import { fieldIn, shown, whole } from '../wire-text.ts';

/** 2026-11-21T12:00:00Z */
export const noon = 1_795_262_400_000_000_000n;

/** So many seconds after noon. */
export const epochNs = (seconds: number): EpochNs =>
  (noon + BigInt(Math.round(seconds * 1000)) * 1_000_000n) as EpochNs;

type WithoutNow<T> = T extends unknown ? Omit<T, 'now'> : never;

export interface Machine {
  state: SessionState;
  /** Seconds after noon. */
  clock: number;
  input(input: WithoutNow<SessionInput>): readonly SessionAction[];
  /** A message from the peer: `body` without CompIDs, number and time, which come before it. */
  receive(msgType: string, msgSeqNum: number | string, body?: string): readonly SessionAction[];
  receiveRaw(message: Uint8Array): readonly SessionAction[];
  tick(seconds: number, isHeld?: boolean): readonly SessionAction[];
}

export function machine(
  settings: Partial<SessionSettings> = {},
  options: { readonly stored?: StoredSession; readonly rules?: Partial<SessionRules> } = {},
): Machine {
  const rules: SessionRules = {
    settings: {
      ...defaultSessionSettings,
      role: 'Acceptor',
      beginString: 'FIX.4.4',
      senderCompID: 'CW',
      targetCompID: 'ACME',
      ...settings,
    },
    dictionary: fix44,
    authenticate: () => true,
    ...options.rules,
  };
  const view = new MessageView(rules.dictionary);
  return {
    state: initialState(options.stored ?? null, noon as EpochNs),
    clock: 0,
    input(input) {
      const now = epochNs(this.clock);
      const result = step(rules, this.state, { ...input, now } as SessionInput);
      this.state = result.state;
      return result.actions;
    },
    receive(msgType, msgSeqNum, body = '') {
      const iso = new Date(Number(noon / 1_000_000n) + Math.floor(this.clock) * 1000).toISOString();
      const time = `${iso.slice(0, 10).replaceAll('-', '')}-${iso.slice(11, 19)}`;
      return this.receiveRaw(
        whole(
          `35=${msgType}|49=ACME|56=CW|34=${msgSeqNum}|52=${time}|${body}`,
          rules.settings.beginString,
        ),
      );
    },
    receiveRaw(message) {
      const cause = view.read(message);
      if (cause !== null) return this.input({ type: 'GarbledReceived', cause });
      const actions = [...this.input({ type: 'MessageReceived', view })];
      while (hasEarlyDue(this.state)) actions.push(...this.input({ type: 'EarlyDue' }));
      return actions;
    },
    tick(seconds, isHeld = false) {
      this.clock += seconds;
      return this.input({ type: 'ClockTicked', isHeld });
    },
  };
}

/** An acceptor whose peer has logged on with number 1, HeartBtInt 30. */
export function loggedOn(
  settings: Partial<SessionSettings> = {},
  options: { readonly stored?: StoredSession } = {},
): Machine {
  const session = machine(settings, options);
  session.input({ type: 'TransportOpened' });
  session.receive('A', options.stored?.nextInMsgSeqNum ?? 1, '98=0|108=30|');
  const { epoch, askedOutEnd } = session.state;
  session.input({ type: 'ReservationDurable', epoch, end: askedOutEnd });
  return session;
}

/** What went out: `MsgType number` and the fields asked for. */
export function sent(actions: readonly SessionAction[], ...tags: readonly number[]): string[] {
  return actions.flatMap((action) => {
    if (action.type !== 'Send') return [];
    const { bytes } = action.message;
    const fields = tags.flatMap((tag) => {
      const value = fieldIn(bytes, tag);
      return value === null ? [] : [`${tag}=${value}`];
    });
    return [[`${fieldIn(bytes, 35)} ${fieldIn(bytes, 34)}`, ...fields].join(' ')];
  });
}

export function of<T extends SessionAction['type']>(
  actions: readonly SessionAction[],
  type: T,
): readonly Extract<SessionAction, { type: T }>[] {
  return actions.filter(
    (action): action is Extract<SessionAction, { type: T }> => action.type === type,
  );
}

export function delivered(actions: readonly SessionAction[]): number[] {
  return of(actions, 'Deliver').map(({ msgSeqNum }) => msgSeqNum);
}

export function disconnects(actions: readonly SessionAction[]): boolean {
  return of(actions, 'Disconnect').length > 0;
}

export const order = '11=A1|55=ETH/USDT|54=1|60=20261121-12:00:00|38=1|40=1|';

export { shown };
