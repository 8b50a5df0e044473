import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The search index. */
export class Search1795000000002 implements MigrationInterface {
  name = 'Search1795000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "search_entry" (
        "subject_type" character varying(255) NOT NULL,
        "subject_id" integer NOT NULL,
        "locale" character varying(35) NOT NULL DEFAULT '',
        "config" character varying(63) NOT NULL,
        "title" text NOT NULL,
        "body" text NOT NULL,
        "vector" tsvector NOT NULL,
        CONSTRAINT "PK_823fd25b6239f4f23e0bd392189" PRIMARY KEY ("subject_type", "subject_id"))`);
    await runner.query(`CREATE INDEX "search_entry_vector" ON "search_entry" USING gin ("vector")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "search_entry"`);
  }
}
