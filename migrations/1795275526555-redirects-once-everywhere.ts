import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RedirectsOnceEverywhere1795275526555 implements MigrationInterface {
  name = 'RedirectsOnceEverywhere1795275526555';
  after = ['AddressesByLanguage1795274553096'];
  named = ['redirect_once_everywhere'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "IDX_bfcb17152f526fce9f6dc434c8" ON "redirect"  ("page_id")`);
    await runner.query(`DO $$ BEGIN IF EXISTS (SELECT count(*) AS n FROM "redirect" WHERE (site_id IS NULL) AND "old_path" IS NOT NULL GROUP BY "old_path" HAVING count(*) > 1) THEN RAISE EXCEPTION 'Rows of redirect have the same old_path. Make them differ, then migrate again.'; END IF; END $$`);
    await runner.query(`CREATE UNIQUE INDEX "redirect_once_everywhere" ON "redirect"  ("old_path") WHERE site_id IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."redirect_once_everywhere"`);
    await runner.query(`DROP INDEX "public"."IDX_bfcb17152f526fce9f6dc434c8"`);
  }
}
