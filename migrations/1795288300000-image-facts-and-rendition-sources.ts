import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ImageFactsAndRenditionSources1795288300000 implements MigrationInterface {
  name = 'ImageFactsAndRenditionSources1795288300000';
  after = ['UploadsInParts1795288206252'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "image" ADD "decorative" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "image" ADD "credit" character varying(255) NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "image" ADD "rights" text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "image" ADD "rights_expire_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "image" ADD "crops" jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE "image" ADD "dominant_color" character varying(7)`);
    await runner.query(`ALTER TABLE "image" ADD "placeholder" character varying(400)`);
    await runner.query(`ALTER TABLE "image" ADD "metadata" jsonb NOT NULL DEFAULT '{}'`);
    // So far an image had one file for ever, so every rendition was made of the one it has.
    await runner.query(`ALTER TABLE "rendition" ADD "source_key" character varying(400)`);
    await runner.query(`UPDATE "rendition" SET "source_key" = "image"."file_key" FROM "image" WHERE "image"."id" = "rendition"."image_id"`);
    await runner.query(`ALTER TABLE "rendition" ALTER COLUMN "source_key" SET NOT NULL`);
    await runner.query(`ALTER TABLE "rendition" DROP CONSTRAINT "rendition_spec"`);
    await runner.query(`ALTER TABLE "rendition" ADD CONSTRAINT "rendition_spec" UNIQUE ("image_id", "filter_spec", "focal_key", "source_key")`);
    await runner.query(`CREATE INDEX "IDX_313329918c136eaa573a0f9707" ON "image"  ("rights_expire_at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."IDX_313329918c136eaa573a0f9707"`);
    await runner.query(`DELETE FROM "rendition" USING "image" WHERE "image"."id" = "rendition"."image_id" AND "image"."file_key" <> "rendition"."source_key"`);
    await runner.query(`ALTER TABLE "rendition" DROP CONSTRAINT "rendition_spec"`);
    await runner.query(`ALTER TABLE "rendition" ADD CONSTRAINT "rendition_spec" UNIQUE ("image_id", "filter_spec", "focal_key")`);
    await runner.query(`ALTER TABLE "rendition" DROP COLUMN "source_key"`);
    await runner.query(`ALTER TABLE "image" DROP COLUMN "metadata"`);
    await runner.query(`ALTER TABLE "image" DROP COLUMN "placeholder"`);
    await runner.query(`ALTER TABLE "image" DROP COLUMN "dominant_color"`);
    await runner.query(`ALTER TABLE "image" DROP COLUMN "crops"`);
    await runner.query(`ALTER TABLE "image" DROP COLUMN "rights_expire_at"`);
    await runner.query(`ALTER TABLE "image" DROP COLUMN "rights"`);
    await runner.query(`ALTER TABLE "image" DROP COLUMN "credit"`);
    await runner.query(`ALTER TABLE "image" DROP COLUMN "decorative"`);
  }
}
