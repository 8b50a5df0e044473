import type { AuditSubject, Ctx, Paged, Paging } from '@pipit/kernel';
import { IsNull, type FindOptionsWhere } from 'typeorm';
import { AuditEntry } from '../audit-entry.entity.js';
import { subjectColumns } from '../subject-columns.js';

/**
 * What happened to a subject, latest first. Whether the caller may know is for the owner of the subject to ask first.
 */
export async function history(
  ctx: Ctx,
  subject: Pick<AuditSubject, 'type' | 'id'>,
  paging: Paging,
): Promise<Paged<AuditEntry>> {
  const { subjectType, subjectId, subjectKey } = subjectColumns(subject);
  return find(ctx, { subjectType, subjectId, subjectKey: subjectKey ?? IsNull() }, paging);
}

/** What happened to all subjects of a type, those that are gone included, latest first. Asked for like {@link history}. */
export function historyOfType(ctx: Ctx, type: string, paging: Paging): Promise<Paged<AuditEntry>> {
  return find(ctx, { subjectType: type }, paging);
}

async function find(ctx: Ctx, where: FindOptionsWhere<AuditEntry>, paging: Paging): Promise<Paged<AuditEntry>> {
  const [items, total] = await ctx.manager.findAndCount(AuditEntry, {
    where,
    order: { at: 'DESC', id: 'DESC' },
    take: paging.limit,
    skip: paging.offset,
  });
  return { total, items };
}

/** Who did something, as histories show it: null for Pipit itself, strangers and deleted accounts. */
export function authorOf({ userId, actorLabel }: AuditEntry): { id: number; name: string } | null {
  return userId === null ? null : { id: userId, name: actorLabel };
}
