// The sessions of an acceptor: those that were agreed one by one, and those that a template makes for clients that are let in.

import type { Dictionary } from '../../../spec/dictionaries/index.ts';
import type { MessageView } from '../codec/message-view.ts';
import { hasOurSubIDs } from '../session/header.ts';
import { type SessionID, type SessionSettings, sessionIDOf } from '../session/settings.ts';
import type { SessionDriver } from './driver.ts';

/** Version and CompIDs, ours first: what a session is told by that has no sub-IDs. */
export type CompIDs = Pick<SessionSettings, 'beginString' | 'senderCompID' | 'targetCompID'>;

/** Sessions that nobody has configured one by one. */
export interface SessionTemplates {
  /** Of the version that one of them speaks; null: none does. */
  dictionary(beginString: string): Dictionary | null;
  /** Null: a session may be made of these. Else why not; no session is made by asking. */
  refusal(compIDs: CompIDs): string | null;
  /** For a client that is let in; the sessions of the acceptor have it from then on. Text: why there is none. */
  make(compIDs: CompIDs): SessionDriver | string;
}

/** What a Logon names: a session, or one that a template would make. */
export type NamedSession =
  | { readonly sessionID: SessionID; readonly session: SessionDriver }
  | { readonly sessionID: SessionID; readonly session: null; readonly compIDs: CompIDs };

/** Mutable: it grows by the sessions that are made. One directory may serve several acceptors. */
export class SessionDirectory {
  readonly #sessions: SessionDriver[] = [];
  /** By version and CompIDs: more than one where sub- or location IDs tell them apart. */
  readonly #byCompIDs = new Map<SessionID, SessionDriver[]>();
  readonly #dictionaries = new Map<string, Dictionary>();
  readonly #templates: SessionTemplates | null;

  constructor(sessions: readonly SessionDriver[], templates: SessionTemplates | null = null) {
    this.#templates = templates;
    for (const session of sessions) this.#add(session);
  }

  get sessions(): readonly SessionDriver[] {
    return this.#sessions;
  }

  dictionary(beginString: string): Dictionary | null {
    return this.#dictionaries.get(beginString) ?? this.#templates?.dictionary(beginString) ?? null;
  }

  /** The session that a Logon asks for, or why it gets none. */
  named(compIDs: CompIDs, logon: MessageView): NamedSession | string {
    const sessionID = sessionIDOf(compIDs);
    const known = this.#byCompIDs.get(sessionID);
    if (known !== undefined) {
      const session = meantBy(known, logon);
      if (session === undefined) return 'sub- and location IDs of no session';
      return { sessionID: session.sessionID, session };
    }
    if (this.#templates === null) return 'CompIDs of no session';
    const refusal = this.#templates.refusal(compIDs);
    return refusal ?? { sessionID, session: null, compIDs };
  }

  /** For a client that was let in; two may have come at once, and it is one session. */
  made(compIDs: CompIDs): SessionDriver | string {
    const [known] = this.#byCompIDs.get(sessionIDOf(compIDs)) ?? [];
    if (known !== undefined) return known;
    const session = this.#templates?.make(compIDs) ?? 'CompIDs of no session';
    if (typeof session !== 'string') this.#add(session);
    return session;
  }

  #add(session: SessionDriver): void {
    const { settings, dictionary } = session.rules;
    const { beginString, senderCompID, targetCompID } = settings;
    const key = sessionIDOf({ beginString, senderCompID, targetCompID });
    this.#sessions.push(session);
    this.#byCompIDs.set(key, [...(this.#byCompIDs.get(key) ?? []), session]);
    this.#dictionaries.set(beginString, dictionary);
  }
}

/** The one whose sub- and location IDs the Logon has; else the one that is told by its CompIDs alone. */
function meantBy(named: readonly SessionDriver[], view: MessageView): SessionDriver | undefined {
  const isQualified = ({ rules }: SessionDriver) => rules.settings.isQualified;
  return (
    named.find((one) => isQualified(one) && hasOurSubIDs(one.rules.settings, view)) ??
    named.find((one) => !isQualified(one))
  );
}
