import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SearchWords1795290100000 implements MigrationInterface {
  name = 'SearchWords1795290100000';
  after = ['ContentChanges1795290000000'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await runner.query(`ALTER TABLE "search_entry" ADD "words" text NOT NULL DEFAULT ''`);
    await runner.query(`UPDATE search_entry SET words =
      array_to_string(tsvector_to_array(to_tsvector('simple', left(title || ' ' || body, 20000))), ' ')`);
    await runner.query(`CREATE INDEX search_entry_words ON search_entry USING gin (words gin_trgm_ops)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX search_entry_words`);
    await runner.query(`ALTER TABLE "search_entry" DROP COLUMN "words"`);
  }
}
