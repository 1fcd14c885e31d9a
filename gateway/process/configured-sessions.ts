// The FIX sessions that a configuration has: clients' one by one, templates of clients', drop copies'.

import type { FixSessionConfig, GatewayConfig, SessionConfig } from '../config/index.ts';
import { sessionIDOf } from '../fix/index.ts';
import type { DropCopySession } from './drop-copy-host.ts';
import type { FixSession } from './fix-session.ts';
import { type SessionTemplate, madeBy } from './session-templates.ts';

export interface ConfiguredSessions {
  readonly clients: readonly FixSession[];
  readonly templates: readonly SessionTemplate[];
  readonly copies: readonly DropCopySession[];
  /** By the engine's name of it, as it is or as a template would make it. Null: none is configured. */
  find(name: string): FixSession | null;
}

export function configuredSessions(config: GatewayConfig): ConfiguredSessions {
  const clients: FixSession[] = [];
  const templates: SessionTemplate[] = [];
  for (const one of config.sessions) {
    const session = clientSessionOf(one);
    if (one.template === null) clients.push(session);
    else templates.push({ ...one.template, session });
  }
  const copies = config.dropCopies.map((one) => ({ ...fixSessionOf(one), filter: one.filter }));
  const byName = new Map(
    [...clients, ...copies].map((session) => [sessionIDOf(session.settings), session]),
  );
  return {
    clients,
    templates,
    copies,
    find: (name) => byName.get(name) ?? madeBy(templates, name)?.session ?? null,
  };
}

/** With its throttle. */
function clientSessionOf(config: SessionConfig): FixSession {
  const session = fixSessionOf(config);
  return { ...session, settings: { ...session.settings, throttle: config.throttle } };
}

function fixSessionOf(config: FixSessionConfig): FixSession {
  const { sessionID, heartBtInt, beginString, senderCompID, targetCompID } = config;
  return {
    id: sessionID,
    settings: {
      beginString,
      senderCompID,
      targetCompID,
      minHeartBtInt: heartBtInt.min,
      maxHeartBtInt: heartBtInt.max,
      ...config.fix,
      validation: config.validation,
    },
    schedule: config.schedule,
    dictionary: config.dictionary,
    username: config.username,
    password: config.password,
    access: config.access,
  };
}
