import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  actorUserId,
  newUuid,
  type Actor,
  type AuditEntryInput,
  type Ctx,
  type NewRows,
} from '@pipit/kernel';
import { AuditEntry } from './audit-entry.entity.js';
import { subjectColumns } from './subject-columns.js';

/** Keeps entries in a table. */
@Injectable()
export class DatabaseAuditLog extends AuditLog {
  rowsFor(ctx: Ctx, entries: readonly AuditEntryInput[]): readonly NewRows[] {
    return [{ entity: AuditEntry, rows: entries.map((entry) => ({ ...whoIn(ctx), ...whatIn(entry) })) }];
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
