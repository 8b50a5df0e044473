import type { EntityManager } from 'typeorm';
import { newUuid } from '../ids.js';
import type { Actor } from './actor.js';

/** What every query and action is told first: who acts, where, in which language, through which connection. */
export interface Ctx {
  readonly actor: Actor;
  /** The site the request came to; null where none matters (command line, management lists). */
  readonly siteId: number | null;
  /** Locale code the caller asked for; null means the default. */
  readonly locale: string | null;
  /** Joins log lines, audit entries and problem documents of one request. */
  readonly requestId: string;
  /** Read and write through this and nothing else: inside an action it is the transaction's. */
  readonly manager: EntityManager;
}

/** A ctx that is not (yet) inside a transaction. */
export function createCtx(
  manager: EntityManager,
  actor: Actor,
  rest: Partial<Pick<Ctx, 'siteId' | 'locale' | 'requestId'>> = {},
): Ctx {
  return {
    manager,
    actor,
    siteId: rest.siteId ?? null,
    locale: rest.locale ?? null,
    requestId: rest.requestId ?? newUuid(),
  };
}

/** A ctx for Pipit's own work: command line, jobs, imports. `name` is what the audit log shows. */
export function systemCtx(manager: EntityManager, name: string): Ctx {
  return createCtx(manager, { kind: 'system', name });
}
