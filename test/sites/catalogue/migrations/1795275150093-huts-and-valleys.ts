import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HutsAndValleys1795275150093 implements MigrationInterface {
  name = 'HutsAndValleys1795275150093';
  after = ['PluginCatalogue1795267170901'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "catalogue_field_catalogue_valleys" ("catalogue_field_catalogue_page_id" integer NOT NULL, "catalogue_valley_code" character varying(20) NOT NULL, "sort_order" integer NOT NULL DEFAULT '0', CONSTRAINT "PK_250aeda4fa57ca6737209b9e364" PRIMARY KEY ("catalogue_field_catalogue_page_id", "catalogue_valley_code"))`);
    await runner.query(`CREATE INDEX "IDX_8d91c575b7314bc98ee54e0c08" ON "catalogue_field_catalogue_valleys"  ("catalogue_field_catalogue_page_id")`);
    await runner.query(`CREATE INDEX "IDX_62a79f573888135632092c7c17" ON "catalogue_field_catalogue_valleys"  ("catalogue_valley_code")`);
    await runner.query(`CREATE TABLE "catalogue_hut" ("id" uuid NOT NULL DEFAULT uuid_generate_v4(), "name" character varying(60) NOT NULL, CONSTRAINT "PK_bbe4cc618e17b6b8ea735c527dc" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "catalogue_valley" ("code" character varying(20) NOT NULL, "name" character varying(60) NOT NULL, CONSTRAINT "PK_c03f760e012ca1224a1ab9b7468" PRIMARY KEY ("code"))`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" ADD "hut_id" uuid`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_snippets" ADD "sort_order" integer NOT NULL DEFAULT '0'`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" ADD CONSTRAINT "FK_cfc542fddbeb3efd34db02d212a" FOREIGN KEY ("hut_id") REFERENCES "catalogue_hut"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_valleys" ADD CONSTRAINT "FK_8d91c575b7314bc98ee54e0c085" FOREIGN KEY ("catalogue_field_catalogue_page_id") REFERENCES "catalogue_field_catalogue"("page_id") ON DELETE CASCADE ON UPDATE CASCADE`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_valleys" ADD CONSTRAINT "FK_62a79f573888135632092c7c179" FOREIGN KEY ("catalogue_valley_code") REFERENCES "catalogue_valley"("code") ON DELETE CASCADE ON UPDATE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_valleys" DROP CONSTRAINT "FK_62a79f573888135632092c7c179"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_valleys" DROP CONSTRAINT "FK_8d91c575b7314bc98ee54e0c085"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" DROP CONSTRAINT "FK_cfc542fddbeb3efd34db02d212a"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_snippets" DROP COLUMN "sort_order"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" DROP COLUMN "hut_id"`);
    await runner.query(`DROP TABLE "catalogue_valley"`);
    await runner.query(`DROP TABLE "catalogue_hut"`);
    await runner.query(`DROP INDEX "public"."IDX_62a79f573888135632092c7c17"`);
    await runner.query(`DROP INDEX "public"."IDX_8d91c575b7314bc98ee54e0c08"`);
    await runner.query(`DROP TABLE "catalogue_field_catalogue_valleys"`);
  }
}
