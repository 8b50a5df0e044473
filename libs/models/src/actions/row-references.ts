import { titleOfRecord } from '@pipit/records';
import { referencesOf, type ContentType, type JsonObject } from '@pipit/content-types';
import type { AuditSubject, WriteCtx } from '@pipit/kernel';
import type { ReferenceIndex } from '@pipit/references';

/** How audit entries name a row. */
export function auditSubject(type: ContentType, id: number | string, values: JsonObject): AuditSubject {
  return { type: type.name, id, label: titleOfRecord(type, id, values) };
}

/** Notes what a row points at. */
export async function noteReferences(
  ctx: WriteCtx,
  references: ReferenceIndex,
  type: ContentType,
  id: number | string,
  values: JsonObject,
): Promise<void> {
  const pointers = referencesOf(type.fields, values);
  await references.replace(ctx, { type: type.name, id }, { live: pointers, draft: pointers });
}
