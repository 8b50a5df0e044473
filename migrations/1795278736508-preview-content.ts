import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PreviewContent1795278736508 implements MigrationInterface {
  name = 'PreviewContent1795278736508';
  after = ['FoldedSlugs1795276600000'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "preview_content" ("id" uuid NOT NULL, "user_id" integer NOT NULL, "subject_key" text NOT NULL, "subject_id" integer NOT NULL, "snapshot" jsonb NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "UQ_54325bc45360b7f009cf42677f2" UNIQUE ("user_id", "subject_key"), CONSTRAINT "PK_3f34dfd8cf806edfa5b64be4406" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_016094ef8f5cc1f01a9147e17e" ON "preview_content"  ("expires_at")`);
    await runner.query(`ALTER TABLE "preview_content" ADD CONSTRAINT "FK_cce246420ab776856f11e8a5de9" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "preview_content" DROP CONSTRAINT "FK_cce246420ab776856f11e8a5de9"`);
    await runner.query(`DROP INDEX "public"."IDX_016094ef8f5cc1f01a9147e17e"`);
    await runner.query(`DROP TABLE "preview_content"`);
  }
}
