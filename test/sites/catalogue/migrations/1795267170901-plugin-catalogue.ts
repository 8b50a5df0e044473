import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PluginCatalogue1795267170901 implements MigrationInterface {
  name = 'PluginCatalogue1795267170901';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "catalogue_plugin_catalogue" ("page_id" integer NOT NULL, "words" text NOT NULL DEFAULT '', "stars" integer, CONSTRAINT "PK_6b82fe67ae71edba3b394b42f07" PRIMARY KEY ("page_id"))`);
    await runner.query(`ALTER TABLE "catalogue_plugin_catalogue" ADD CONSTRAINT "FK_6b82fe67ae71edba3b394b42f07" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "catalogue_plugin_catalogue" DROP CONSTRAINT "FK_6b82fe67ae71edba3b394b42f07"`);
    await runner.query(`DROP TABLE "catalogue_plugin_catalogue"`);
  }
}
