import type { AuditSubject, Ctx, Paged, Paging } from '@pipit/kernel';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import { AuditEntry } from '../audit-entry.entity.js';
import { subjectColumns } from '../subject-columns.js';

/**
 * What happened to a subject, latest first, under former names of its type too. Whether the caller may know is for the owner of the subject to ask first.
 */
export async function history(
  ctx: Ctx,
  subject: Pick<AuditSubject, 'type' | 'id'>,
  paging: Paging,
  formerTypes: readonly string[] = [],
): Promise<Paged<AuditEntry>> {
  const { subjectType, subjectId, subjectKey } = subjectColumns(subject);
  const type = In([subjectType, ...formerTypes]);
  return find(ctx, { subjectType: type, subjectId, subjectKey: subjectKey ?? IsNull() }, paging);
}

/** What happened to all subjects of a type, those that are gone included, latest first. Asked for like {@link history}. */
export function historyOfType(
  ctx: Ctx,
  type: string,
  paging: Paging,
  formerTypes: readonly string[] = [],
): Promise<Paged<AuditEntry>> {
  return find(ctx, { subjectType: In([type, ...formerTypes]) }, paging);
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
