// The one writer: commands in, decisions out, one at a time. RxJS merges what comes from sessions,
// venues, timers and the operator; a turn itself is plain and synchronous.

// By their own paths: the package's face loads 200 modules, a tenth of what a start loads.
import { Observable } from 'rxjs/internal/Observable';
import { Subject } from 'rxjs/internal/Subject';
import type { Observer } from 'rxjs';
import { InvariantBroken } from '../../spec/proof/index.ts';
import type {
  Command,
  Event,
  Origin,
  ParentOrder,
  Recorded,
  Tick,
} from '../../spec/events/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import type { Context } from './decide/context.ts';
import { decide } from './decide/index.ts';
import { isKillDue } from './decide/kill-order.ts';
import { isDue } from './decide/tick-order.ts';
import { type Effect, effectsOf } from './effects/index.ts';
import { evolve } from './evolve/index.ts';
import type { DeskState } from './evolve/state.ts';

/** What one command came to. All of it goes to the journal in one batch. */
export interface Decision {
  readonly command: Command;
  readonly at: EpochNs;
  readonly recorded: readonly Recorded[];
  readonly effects: readonly Effect[];
  /** Orders that ended in this turn, as they stood: they go to the indexes in the same batch. */
  readonly ended: readonly ParentOrder[];
}

/** A broken invariant or a throw in `evolve`: the state is lost, the command is not to be decided again. */
export class DeskStopped extends Error {
  readonly key: string;
  readonly command: Command;

  constructor(key: string, command: Command, cause: unknown) {
    super(`the desk stopped at ${command.type} ${key}: ${describe(cause)}`, { cause });
    this.name = 'DeskStopped';
    this.key = key;
    this.command = command;
  }
}

export interface DeskPorts {
  /** The time that a command is stamped with, once. */
  stamp(): EpochNs;
  /** The market as it stands, and what the journal's indexes say about the command. */
  context(command: Command, at: EpochNs): Context;
  /** The journal sequence that the next event takes. */
  nextSequence(): number;
  /** Keys of commands that stopped an earlier process. */
  isMarked(key: string): boolean;
  /** False: none has, and no key is made to ask with (2 % of the desk's thread). Absent: each is asked for. */
  readonly hasMarks?: boolean;
}

export interface Desk {
  /** Every source ends here. Decided in turn, in the order of arrival, before this returns. */
  readonly commands: Observer<Command | Tick>;
  /** Errors with DeskStopped, once. */
  readonly decisions$: Observable<Decision>;
}

/** One tick decides so many events at most, however many orders end with the day: the rest follow. */
const EVENTS_A_TICK = 2_000;

export function createDesk(state: DeskState, ports: DeskPorts): Desk {
  const commands = new Subject<Command | Tick>();
  const refused = new Set<string>();
  const decisions$ = new Observable<Decision>((subscriber) => {
    const taking = { refused, decided: (decision: Decision) => subscriber.next(decision) };
    return commands.subscribe({
      next: (command) => {
        try {
          take(state, command, ports, taking);
        } catch (error) {
          subscriber.error(error);
        }
      },
      complete: () => subscriber.complete(),
    });
  });
  return { commands, decisions$ };
}

/**
 * A command's turn, or time's. Behind a kill switch every order that it reaches has its own turn at once,
 * however many they are. Exported for tests.
 */
export function take(
  state: DeskState,
  command: Command | Tick,
  ports: DeskPorts,
  { refused, decided }: Pick<Ticking, 'refused' | 'decided'>,
): void {
  if (command.type === 'Tick') {
    const usual = { isConcerned: isDue, eventsMost: EVENTS_A_TICK };
    return tick(state, ports, { refused, decided, ...usual });
  }
  const decision = turn(state, command, ports);
  if (decision.recorded.length > 0 || originOf(command) !== null) decided(decision);
  if (command.type !== 'EngageKill') return;
  tick(state, ports, { refused, decided, isConcerned: isKillDue, eventsMost: Infinity });
}

interface Ticking {
  /** Keys of what was refused to time in this process: once each is enough. */
  readonly refused: Set<string>;
  readonly isConcerned: typeof isDue;
  readonly eventsMost: number;
  decided(decision: Decision): void;
}

/**
 * A turn for each order that time concerns, so that one that cannot be decided, or stopped the desk
 * before, holds up no other.
 */
function tick(
  state: DeskState,
  ports: DeskPorts,
  { refused, decided, isConcerned, eventsMost }: Ticking,
): void {
  const now = ports.stamp();
  let events = 0;
  for (const order of state.orders.values()) {
    if (!isConcerned(order, now, state.kills)) continue;
    if (events >= eventsMost) return;
    const decision = turn(state, { type: 'TickOrder', orderID: order.orderID }, ports);
    const [first] = decision.recorded;
    if (first === undefined) continue;
    if (first.event.type === 'CommandRefused') {
      const what = `${first.event.key} ${first.event.error}`;
      if (refused.has(what)) continue; // Nothing has changed by it: it can be left out.
      refused.add(what);
    }
    events += decision.recorded.length;
    decided(decision);
  }
}

/** Exported for the simulator and for tests, which drive it without RxJS. */
export function turn(state: DeskState, command: Command, ports: DeskPorts): Decision {
  const at = ports.stamp();
  const events = eventsOf(state, command, { at, ports });
  try {
    return apply(state, { command, at, events }, ports);
  } catch (error) {
    throw new DeskStopped(keyOf(command, events), command, error);
  }
}

interface Turn {
  readonly at: EpochNs;
  readonly ports: DeskPorts;
}

function eventsOf(state: DeskState, command: Command, { at, ports }: Turn): readonly Event[] {
  const mayBeMarked = ports.hasMarks !== false && isMarkable(command);
  // What time does is known by its outcome alone: it is decided first, which changes nothing.
  if (command.type === 'TickOrder') {
    const events = decideOrRefuse(state, command, { at, ports });
    const key = mayBeMarked ? keyOf(command, events) : '';
    return mayBeMarked && ports.isMarked(key) ? refusal(command, key, STOPPED_BEFORE) : events;
  }
  if (mayBeMarked && ports.isMarked(keyOf(command))) {
    return refusal(command, keyOf(command), STOPPED_BEFORE);
  }
  return decideOrRefuse(state, command, { at, ports });
}

const STOPPED_BEFORE = 'it stopped the desk before';

/** Without its start and its configuration a desk is none: these are tried again, and may stop it again. */
function isMarkable(command: Command): boolean {
  return command.type !== 'StartDesk' && command.type !== 'ConfigureDesk';
}

function decideOrRefuse(state: DeskState, command: Command, turn: Turn): readonly Event[] {
  try {
    return decide(state, command, turn.ports.context(command, turn.at));
  } catch (error) {
    // Nothing has changed: `decide` works on copies. The command is journaled as refused.
    return refusal(command, keyOf(command), describe(error));
  }
}

function apply(
  state: DeskState,
  decided: { readonly command: Command; readonly at: EpochNs; readonly events: readonly Event[] },
  ports: DeskPorts,
): Decision {
  const { command, at, events } = decided;
  const first = ports.nextSequence();
  const recorded: readonly Recorded[] = events.map((event, index) => {
    return { sequence: first + index, at, event };
  });
  const effects = new Array<Effect>(); // Has room for four: one that begins as `[]` takes room for 17.
  const ended: ParentOrder[] = [];
  for (const one of recorded) {
    const { event } = one;
    const evolved = evolve(state, one);
    for (const effect of effectsOf(one, evolved, state.desk)) effects.push(effect);
    if (event.type === 'OrderEnded' && evolved.after !== null) ended.push(evolved.after);
  }
  return { command, at, recorded, effects, ended };
}

/**
 * What names a command across restarts. What time does has no sender and no number: it is named by its
 * order and by what was to become of it, so that something else may still be done to that order.
 */
export function keyOf(command: Command, events: readonly Event[] = []): string {
  const origin = originOf(command);
  if (origin !== null) return `${origin.sessionID} ${origin.sessionEpoch} ${origin.msgSeqNum}`;
  if (command.type === 'ReportFromVenue') return `${command.venueID} ${toJson(command.report)}`;
  if (command.type === 'ResolveChild') return `${command.type} ${command.childID}`;
  if (command.type !== 'TickOrder') return command.type;
  return [command.type, command.orderID, ...new Set(events.map(({ type }) => type))].join(' ');
}

export function originOf(command: Command): Origin | null {
  return 'origin' in command ? command.origin : null;
}

function refusal(command: Command, key: string, error: string): readonly Event[] {
  const venueID: VenueID | null = command.type === 'ReportFromVenue' ? command.venueID : null;
  const refused: Event = {
    type: 'CommandRefused',
    source: sourceOf(command),
    key,
    origin: originOf(command),
    venueID,
    commandType: command.type,
    bytes: new TextEncoder().encode(toJson(command)),
    error,
  };
  if (venueID === null) return [refused];
  return [refused, { type: 'VenueQuarantined', venueID, cause: `${refused.key}: ${error}` }];
}

function sourceOf(command: Command): 'client' | 'venue' | 'timer' | 'operator' {
  if (originOf(command) !== null) return 'client';
  if (command.type === 'ReportFromVenue') return 'venue';
  return command.type === 'TickOrder' ? 'timer' : 'operator';
}

function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'bigint' ? one.toString() : one,
  );
}

function describe(error: unknown): string {
  if (error instanceof InvariantBroken) return error.message;
  return error instanceof Error ? error.message : String(error);
}
