import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StoredFiles1795288849822 implements MigrationInterface {
  name = 'StoredFiles1795288849822';
  after = ['ImageFactsAndRenditionSources1795288300000'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "media_stored_file" ("key" character varying(400) NOT NULL, "size" bigint NOT NULL, "sha256" character varying(64) NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_4a04dfce2ad9e728692db65bf8b" PRIMARY KEY ("key"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "media_stored_file"`);
  }
}
