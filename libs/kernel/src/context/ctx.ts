import type { EntityManager } from 'typeorm';
import { newUuid } from '../ids.js';
import type { Actor } from './actor.js';

/** From where a request came, as the audit log remembers it. */
export interface Client {
  /** How the program calls itself (`User-Agent`), cut to 500 characters; empty when it does not say. */
  readonly agent: string;
  /** Its network address, as far as trusted proxies tell; empty when nobody knows. */
  readonly address: string;
}

/** What every query and action is told first: who acts, where, in which language, through which connection. */
export interface Ctx {
  readonly actor: Actor;
  /** The site the request came to; null where none matters (command line, management lists). */
  readonly siteId: number | null;
  /** Locale code the caller asked for; null means the default. */
  readonly locale: string | null;
  /** Joins log lines, audit entries and problem documents of one request. */
  readonly requestId: string;
  /** The program the request came from; null for Pipit's own work. */
  readonly client: Client | null;
  /** Read and write through this and nothing else: inside an action it is the transaction's. */
  readonly manager: EntityManager;
  /** Runs in each transaction of an action, right before it commits; throwing undoes it. */
  readonly beforeCommit?: (manager: EntityManager) => Promise<void>;
}

/** A ctx that is not (yet) inside a transaction. */
export function createCtx(
  manager: EntityManager,
  actor: Actor,
  rest: Partial<Pick<Ctx, 'siteId' | 'locale' | 'requestId' | 'client'>> = {},
): Ctx {
  return {
    manager,
    actor,
    siteId: rest.siteId ?? null,
    locale: rest.locale ?? null,
    requestId: rest.requestId ?? newUuid(),
    client: rest.client ?? null,
  };
}

/** A ctx for Pipit's own work: command line, jobs, imports. `name` is what the audit log shows. */
export function systemCtx(manager: EntityManager, name: string): Ctx {
  return createCtx(manager, { kind: 'system', name });
}
