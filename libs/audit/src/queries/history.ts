import type { AuditSubject, Ctx, Paged, Paging } from '@pipit/kernel';
import { AuditEntry } from '../audit-entry.entity.js';

/**
 * What happened to a subject, latest first. Whether the caller may know is for the owner of the subject to ask first.
 */
export async function history(
  ctx: Ctx,
  subject: Pick<AuditSubject, 'type' | 'id'>,
  paging: Paging,
): Promise<Paged<AuditEntry>> {
  const [items, total] = await ctx.manager.findAndCount(AuditEntry, {
    where: { subjectType: subject.type, subjectId: subject.id },
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
