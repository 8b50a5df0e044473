import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChildrenInOrder1795278740088 implements MigrationInterface {
  name = 'ChildrenInOrder1795278740088';
  after = ['PreviewContent1795278736508'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."IDX_17075bd0e76393d1cb92a2eaaa"`);
    await runner.query(`CREATE INDEX "IDX_1faa35fa80453b3a41c6accbc8" ON "page"  ("parent_id", "sort_key")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."IDX_1faa35fa80453b3a41c6accbc8"`);
    await runner.query(`CREATE INDEX "IDX_17075bd0e76393d1cb92a2eaaa" ON "page" USING btree ("parent_id")`);
  }
}
