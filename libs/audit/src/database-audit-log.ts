import { Injectable } from '@nestjs/common';
import { AuditLog, actorUserId, insertRows, newUuid, type Actor, type AuditEntryInput, type Ctx } from '@pipit/kernel';
import { AuditEntry } from './audit-entry.entity.js';
import { subjectColumns } from './subject-columns.js';

/** Writes entries into the table, in the transaction of the action they tell about. */
@Injectable()
export class DatabaseAuditLog extends AuditLog {
  async record(ctx: Ctx, entries: readonly AuditEntryInput[]): Promise<void> {
    await insertRows(
      ctx.manager,
      AuditEntry,
      entries.map((entry) => ({ ...whoIn(ctx), ...whatIn(entry) })),
    );
  }
}

function whoIn({ actor, requestId, client }: Ctx) {
  return {
    actorKind: actor.kind,
    userId: actorUserId(actor),
    actorLabel: labelOf(actor),
    requestId,
    clientAgent: client?.agent ?? '',
    clientAddress: client?.address ?? '',
  };
}

function whatIn({ action, subject, revisionId, data }: AuditEntryInput) {
  return {
    id: newUuid(),
    action,
    ...subjectColumns(subject),
    subjectLabel: subject.label,
    revisionId: revisionId ?? null,
    data: { ...data } as object,
  };
}

function labelOf(actor: Actor): string {
  if (actor.kind === 'user') return actor.name || actor.email;
  return actor.kind === 'system' ? actor.name : 'anonymous';
}
