import type { ContentType } from '@pipit/content-types';
import { readBack, type Ctx } from '@pipit/kernel';
import type { RecordDetail, RecordId, RecordSource } from '../record-source.js';

/** A row after the caller changed it. */
export function changedRow(
  ctx: Ctx,
  { type, source }: { readonly type: ContentType; readonly source: RecordSource },
  id: RecordId,
): Promise<RecordDetail> {
  return readBack(`${type.label} ${id}`, () => source.get(ctx, type, String(id)));
}
