import type { Ctx } from '../context/ctx.js';
import type { NewRows } from '../database/insert-rows.js';

/** What an entry is about: a type name and an id, which stay readable after the thing itself is gone. */
export interface AuditSubject {
  readonly type: string;
  /** Rows of plain entities may have text for a key. */
  readonly id: number | string;
  /** How people called it at the time. */
  readonly label: string;
}

/** One line of the audit log. `action` is `<subject>.<verb>`, e.g. `page.publish`. */
export interface AuditEntryInput {
  readonly action: string;
  readonly subject: AuditSubject;
  readonly revisionId?: number | null;
  /** Small facts worth keeping; never contents, secrets or tokens. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Port: where audit entries go. Implemented by the audit lib. */
export abstract class AuditLog {
  /** The rows that tell what was done; they are written at the end of the transaction of `ctx`. */
  abstract rowsFor(ctx: Ctx, entries: readonly AuditEntryInput[]): readonly NewRows[];
}
