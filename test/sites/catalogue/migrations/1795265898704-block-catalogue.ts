import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BlockCatalogue1795265898704 implements MigrationInterface {
  name = 'BlockCatalogue1795265898704';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "catalogue_block_catalogue" ("page_id" integer NOT NULL, "body" jsonb NOT NULL DEFAULT '[]', "story" text NOT NULL DEFAULT '', CONSTRAINT "PK_17864fb729663a67086ea7ab0d9" PRIMARY KEY ("page_id"))`);
    await runner.query(`ALTER TABLE "catalogue_block_catalogue" ADD CONSTRAINT "FK_17864fb729663a67086ea7ab0d9" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "catalogue_block_catalogue" DROP CONSTRAINT "FK_17864fb729663a67086ea7ab0d9"`);
    await runner.query(`DROP TABLE "catalogue_block_catalogue"`);
  }
}
