import type { QueryRunner } from 'typeorm';
import { isJsonObject, type Json, type JsonObject } from '@pipit/content-types';
import { rewrite } from './rewrite.js';

/** Where snapshots of a type's content lie: revisions, and working copies that are not saved yet. */
export async function rewriteSnapshots(
  runner: QueryRunner,
  type: string,
  change: (fields: JsonObject) => JsonObject,
  revisionsFrom: Date | string | null = null,
): Promise<number> {
  const changeSnapshot = (snapshot: Json): Json => {
    if (!isJsonObject(snapshot) || !isJsonObject(snapshot['fields'])) return snapshot;
    const fields = change(snapshot['fields']);
    return fields === snapshot['fields'] ? snapshot : { ...snapshot, fields };
  };
  const column = { key: 'id', column: 'snapshot', type: 'jsonb' };
  const revisions = await rewrite(
    runner,
    {
      ...column,
      table: 'revision',
      // What is latest or waits to go live is somebody's work of today, however old it is.
      where: `row.content_type = $3 AND ($4::timestamptz IS NULL OR row.created_at >= $4 OR row.approved_go_live_at IS NOT NULL
              OR row.id = (SELECT max(latest.id) FROM revision latest
                            WHERE latest.subject_type = row.subject_type AND latest.subject_id = row.subject_id)
              OR EXISTS (SELECT FROM page WHERE page.live_revision_id = row.id))`,
      parameters: [type, revisionsFrom],
    },
    changeSnapshot,
    `${type}: revisions`,
  );
  const copies = await rewrite(
    runner,
    {
      ...column,
      table: 'working_copy',
      where: `row.subject_type = $3 OR (row.subject_type = 'page'
              AND EXISTS (SELECT FROM page WHERE page.id = row.subject_id AND page.type = $3))`,
      parameters: [type],
    },
    changeSnapshot,
    `${type}: working copies`,
  );
  return revisions + copies;
}

/** One field of a snapshot changed; a field the snapshot does not have stays away. */
export function changeField(fields: JsonObject, field: string, change: (value: Json) => Json): JsonObject {
  const value = fields[field];
  if (value === undefined) return fields;
  const changed = change(value);
  return changed === value ? fields : { ...fields, [field]: changed };
}
