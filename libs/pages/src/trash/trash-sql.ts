import { ROOT_PATH, TRASH_PATH } from '../tree/roots.js';

/** A row of {@link trashSql}. */
export interface RawTrashEntry {
  id: number;
  type: string;
  title: string;
  locale: string;
  pages: number;
  live: boolean;
  deletedAt: Date;
  userId: number | null;
  userName: string | null;
  formerParentId: number | null;
  formerParentTitle: string | null;
  /** The former parent is where it was. */
  parentIsThere: boolean;
  canDelete: boolean;
  canPublish: boolean;
}

/**
 * Where each deleted subtree stood: its former parent, or while that is in the trash too, what was above it. Without
 * any of these left, the root: whoever may delete everything may see it.
 */
const STOOD = `WITH RECURSIVE place AS (
    SELECT t.page_id, f.id AS at, f.path FROM trash_entry t LEFT JOIN page f ON f.id = t.former_parent_id
    UNION
    SELECT place.page_id, f.id, f.path FROM place
      JOIN page top ON top.parent_id = 0 AND place.path >= top.path AND place.path < left(top.path, -1) || '/'
      JOIN trash_entry t ON t.page_id = top.id
      LEFT JOIN page f ON f.id = t.former_parent_id),
  stood AS (SELECT page_id, at, coalesce(path, '${ROOT_PATH}') AS path FROM place
             WHERE path IS NULL OR path < '${TRASH_PATH}')`;

/** Rights at the place an entry stood, as SQL over the alias `stood`. */
export interface TrashRights {
  readonly add: string;
  readonly delete: string;
  readonly publish: string;
  /** The acting person, as a parameter. */
  readonly actor: string;
}

/** Entries of the trash that the acting person could have deleted; `where` sees them as `e`. */
export function trashSql(rights: TrashRights, where: string): string {
  const own = `(p.owner_id = ${rights.actor}::int AND p.first_published_at IS NULL AND (${rights.add})) IS TRUE`;
  return `${STOOD}, e AS (
    SELECT p.id, p.type, p.draft_title AS title, p.path, l.code AS locale, below.pages, below.live,
           t.deleted_at AS "deletedAt", u.id AS "userId", u.name AS "userName",
           t.former_parent_id AS "formerParentId", f.draft_title AS "formerParentTitle",
           (f.path < '${TRASH_PATH}') IS TRUE AS "parentIsThere",
           ((${rights.delete}) OR ${own}) AS "canDelete", (${rights.publish}) IS TRUE AS "canPublish"
      FROM trash_entry t
      JOIN page p ON p.id = t.page_id
      JOIN stood ON stood.page_id = t.page_id
      JOIN locale l ON l.id = p.locale_id
      LEFT JOIN page f ON f.id = t.former_parent_id
      LEFT JOIN user_account u ON u.id = t.deleted_by_id
      CROSS JOIN LATERAL (SELECT count(*)::int AS pages, bool_or(d.live) AS live FROM page d
                           WHERE d.path >= p.path AND d.path < left(p.path, -1) || '/') below)
  SELECT * FROM e WHERE e."canDelete" AND ${where}`;
}
