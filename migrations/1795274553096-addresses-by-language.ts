import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses belong to the tree of one language; those of translated trees, which had none, are added. */
export class AddressesByLanguage1795274553096 implements MigrationInterface {
  name = 'AddressesByLanguage1795274553096';
  after = ['AuditClients1795274552989'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "page_url" ADD "locale_id" integer`);
    await runner.query(
      `UPDATE page_url u SET locale_id = root.locale_id FROM site s JOIN page root ON root.id = s.root_page_id
        WHERE s.id = u.site_id`,
    );
    await runner.query(`ALTER TABLE "page_url" ALTER COLUMN "locale_id" SET NOT NULL`);
    await runner.query(`ALTER TABLE "page_url" DROP CONSTRAINT "PK_d080a4eb5d3529f4714814c92f4"`);
    await runner.query(`ALTER TABLE "page_url" ADD CONSTRAINT "PK_2f04baee88c3dad475a2f26df3f" PRIMARY KEY ("site_id", "path", "locale_id")`);
    await runner.query(`ALTER TABLE "page_url" ADD CONSTRAINT "FK_bb9b0605c70dba61c9cfc3efc9d" FOREIGN KEY ("locale_id") REFERENCES "locale"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(
      `INSERT INTO page_url (site_id, locale_id, path, page_id, is_current)
       SELECT DISTINCT ON (p.id, s.id) s.id, r.locale_id, '/' || substr(p.url_path, length(r.url_path) + 1), p.id, true
         FROM site s
         JOIN page root ON root.id = s.root_page_id
         JOIN page r ON r.translation_key = root.translation_key AND r.id <> root.id AND r.path < 't.'
         JOIN page p ON p.path >= r.path AND p.path < left(r.path, -1) || '/'
        WHERE p.live AND NOT (p.path >= root.path AND p.path < left(root.path, -1) || '/')
        ORDER BY p.id, s.id, r.id`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM page_url u USING site s, page root
        WHERE s.id = u.site_id AND root.id = s.root_page_id AND u.locale_id <> root.locale_id`,
    );
    await runner.query(`ALTER TABLE "page_url" DROP CONSTRAINT "FK_bb9b0605c70dba61c9cfc3efc9d"`);
    await runner.query(`ALTER TABLE "page_url" DROP CONSTRAINT "PK_2f04baee88c3dad475a2f26df3f"`);
    await runner.query(`ALTER TABLE "page_url" ADD CONSTRAINT "PK_d080a4eb5d3529f4714814c92f4" PRIMARY KEY ("site_id", "path")`);
    await runner.query(`ALTER TABLE "page_url" DROP COLUMN "locale_id"`);
  }
}
