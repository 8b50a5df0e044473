import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Peaks1795287243086 implements MigrationInterface {
  name = 'Peaks1795287243086';
  after = ['HutsAndValleys1795275150093'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "catalogue_field_catalogue_peaks" ("catalogue_field_catalogue_page_id" integer NOT NULL, "catalogue_peak_id" bigint NOT NULL, "sort_order" integer NOT NULL DEFAULT '0', CONSTRAINT "PK_0e5fc3c0bd2c9256f1d01aaaef7" PRIMARY KEY ("catalogue_field_catalogue_page_id", "catalogue_peak_id"))`);
    await runner.query(`CREATE INDEX "IDX_d61a3123efbe6f2f4ff1eb7929" ON "catalogue_field_catalogue_peaks"  ("catalogue_field_catalogue_page_id")`);
    await runner.query(`CREATE INDEX "IDX_625525dbdbf84c8b3b4a51566f" ON "catalogue_field_catalogue_peaks"  ("catalogue_peak_id")`);
    await runner.query(`CREATE TABLE "catalogue_peak" ("id" bigint NOT NULL, "name" character varying(60) NOT NULL, CONSTRAINT "PK_dbc80ae6d9a92ad44474c1fdccc" PRIMARY KEY ("id"))`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_peaks" ADD CONSTRAINT "FK_d61a3123efbe6f2f4ff1eb79290" FOREIGN KEY ("catalogue_field_catalogue_page_id") REFERENCES "catalogue_field_catalogue"("page_id") ON DELETE CASCADE ON UPDATE CASCADE`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_peaks" ADD CONSTRAINT "FK_625525dbdbf84c8b3b4a51566f9" FOREIGN KEY ("catalogue_peak_id") REFERENCES "catalogue_peak"("id") ON DELETE CASCADE ON UPDATE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_peaks" DROP CONSTRAINT "FK_625525dbdbf84c8b3b4a51566f9"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_peaks" DROP CONSTRAINT "FK_d61a3123efbe6f2f4ff1eb79290"`);
    await runner.query(`DROP TABLE "catalogue_peak"`);
    await runner.query(`DROP INDEX "public"."IDX_625525dbdbf84c8b3b4a51566f"`);
    await runner.query(`DROP INDEX "public"."IDX_d61a3123efbe6f2f4ff1eb7929"`);
    await runner.query(`DROP TABLE "catalogue_field_catalogue_peaks"`);
  }
}
