import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Siblings whose slugs only differed in what people cannot tell apart get suffixes, their former addresses lead on. */
const RENAME_CLASHES = `
  DO $$
  DECLARE
    page_row record;
    fresh text;
    suffix int;
  BEGIN
    FOR page_row IN
      SELECT p.id, p.parent_id, p.slug, p.path, p.url_path, above.url_path AS above
        FROM (SELECT *, row_number() OVER (PARTITION BY parent_id, page_slug_key(slug) ORDER BY path) AS place
                FROM page WHERE parent_id <> 0) p
        JOIN page above ON above.id = p.parent_id
       WHERE p.place > 1 ORDER BY p.depth DESC, p.path
    LOOP
      suffix := 2;
      LOOP
        fresh := left(page_row.slug, 247) || '-' || suffix;
        EXIT WHEN NOT EXISTS (
          SELECT FROM page WHERE parent_id = page_row.parent_id AND page_slug_key(slug) = page_slug_key(fresh));
        suffix := suffix + 1;
      END LOOP;
      CREATE TEMP TABLE moved ON COMMIT DROP AS
        SELECT u.site_id, u.locale_id, u.path, u.page_id,
               left(u.path, length(u.path) - length(tail.text)) || fresh || substr(tail.text, length(page_row.slug) + 1) AS now
          FROM page p
          JOIN page_url u ON u.page_id = p.id AND u.is_current
          CROSS JOIN LATERAL (SELECT substr(p.url_path, length(page_row.above) + 1) AS text) tail
         WHERE p.path >= page_row.path AND p.path < left(page_row.path, -1) || '/' AND right(u.path, length(tail.text)) = tail.text;
      UPDATE page_url u SET is_current = false FROM moved m
       WHERE u.site_id = m.site_id AND u.locale_id = m.locale_id AND u.path = m.path;
      INSERT INTO page_url (site_id, locale_id, path, page_id, is_current)
        SELECT site_id, locale_id, now, page_id, true FROM moved
        ON CONFLICT (site_id, locale_id, path) DO UPDATE SET page_id = excluded.page_id, is_current = true;
      DROP TABLE moved;
      UPDATE page SET slug = CASE WHEN id = page_row.id THEN fresh ELSE slug END,
                      url_path = page_row.above || fresh || substr(url_path, length(page_row.url_path))
       WHERE path >= page_row.path AND path < left(page_row.path, -1) || '/';
    END LOOP;
  END $$`;

/** The best folding this server has, whatever the database's own language is. */
const COLLATION = `SELECT collname AS name FROM pg_collation WHERE collname IN ('und-x-icu', 'pg_c_utf8')
  ORDER BY collname = 'und-x-icu' DESC LIMIT 1`;

/** Siblings' slugs are told apart after folding: `Ärzte`, `ärzte` and `ＡＢＣ`, `abc` are one address. */
export class FoldedSlugs1795276600000 implements MigrationInterface {
  name = 'FoldedSlugs1795276600000';
  after = ['ReferenceKeys1795276381001'];

  async up(runner: QueryRunner): Promise<void> {
    const [collation] = (await runner.query(COLLATION)) as { name: string }[];
    const folded = `lower(normalize(slug, NFKC)${collation ? ` COLLATE "${collation.name}"` : ''})`;
    // Two letters that lower case leaves apart from what they fold to.
    await runner.query(`CREATE FUNCTION page_slug_key(slug text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN replace(replace(${folded}, 'ß', 'ss'), 'ς', 'σ') COLLATE "C"`);
    await runner.query(RENAME_CLASHES);
    await runner.query(`DROP INDEX "public"."IDX_18af90858c63dd2a4d8ed1b9f3"`);
    await runner.query(
      `CREATE UNIQUE INDEX page_sibling_slug ON page (parent_id, page_slug_key(slug)) WHERE parent_id <> 0`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX page_sibling_slug`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_18af90858c63dd2a4d8ed1b9f3" ON "page"  ("parent_id", "slug") WHERE parent_id <> 0`,
    );
    await runner.query(`DROP FUNCTION page_slug_key(text)`);
  }
}
