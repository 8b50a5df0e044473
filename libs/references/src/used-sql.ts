/**
 * SQL that is true of rows which anything points at, live or in a draft; `id` names their key, a whole number. A thing
 * that points at itself is no use of it, as for {@link UsedIn}. `type` is put into the statement as it is.
 */
export function usedSql(type: 'page' | 'image' | 'document' | 'collection', id: string): string {
  return `EXISTS (SELECT FROM reference used WHERE used.target_type = '${type}' AND used.target_id = ${id}
                   AND (used.source_type = '${type}' AND used.source_id = ${id}) IS NOT TRUE)`;
}
