import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Embeds1795292165942 implements MigrationInterface {
  name = 'Embeds1795292165942';
  after = ['DocumentsThatPlay1795290482470'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "media_embed" ("key" character varying(64) NOT NULL, "url" text NOT NULL, "type" character varying(10), "provider" character varying(100) NOT NULL, "title" text NOT NULL DEFAULT '', "author" text NOT NULL DEFAULT '', "html" text NOT NULL DEFAULT '', "thumbnail_url" text NOT NULL DEFAULT '', "width" integer, "height" integer, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_83683e6aa46fe1ef90c0be9fae1" PRIMARY KEY ("key"))`);
    await runner.query(`CREATE INDEX "IDX_200f80bbd8b0c6e0cc46f108bc" ON "media_embed"  ("expires_at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."IDX_200f80bbd8b0c6e0cc46f108bc"`);
    await runner.query(`DROP TABLE "media_embed"`);
  }
}
