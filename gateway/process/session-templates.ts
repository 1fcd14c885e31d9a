// Sessions that a template makes, each for one client that is let in: what they are is the template's, whose they are is
// the client's CompID. They stay, as configured ones do: what a client has missed waits for it over restarts.

import { sessionOfTemplate } from '../../spec/terms/index.ts';
import { sessionIDOf } from '../fix/index.ts';
import type { FixSession } from './fix-session.ts';

export interface SessionTemplate {
  /** As its sessions are; its TargetCompID is what theirs begin with. */
  readonly session: FixSession;
  readonly maxSessions: number;
}

/** A session as a template would make it. */
export interface Made {
  readonly template: SessionTemplate;
  readonly session: FixSession;
}

/** By the engine's name of a session; the template that says the most of it. Null: none does. */
export function madeBy(templates: readonly SessionTemplate[], name: string): Made | null {
  let found: SessionTemplate | null = null;
  for (const template of templates) {
    const { targetCompID } = template.session.settings;
    const isMore =
      found === null || targetCompID.length > found.session.settings.targetCompID.length;
    if (isMore && compIDIn(template, name) !== null) found = template;
  }
  if (found === null) return null;
  const { id, settings } = found.session;
  const targetCompID = compIDIn(found, name) ?? '';
  return {
    template: found,
    session: {
      ...found.session,
      id: sessionOfTemplate(id, targetCompID),
      settings: { ...settings, targetCompID },
    },
  };
}

/** Visible ASCII, as configured CompIDs are: a space would begin a sub-ID. */
const COMP_ID = /^[!-~]{1,64}$/;

function compIDIn({ session: { settings } }: SessionTemplate, name: string): string | null {
  if (!name.startsWith(sessionIDOf(settings))) return null;
  const compID = name.slice(sessionIDOf({ ...settings, targetCompID: '' }).length);
  return COMP_ID.test(compID) ? compID : null;
}
