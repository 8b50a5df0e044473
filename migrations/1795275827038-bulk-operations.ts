import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BulkOperations1795275827038 implements MigrationInterface {
  name = 'BulkOperations1795275827038';
  after = ['RedirectsOnceEverywhere1795275526555'];
  named = ['bulk_item_state', 'bulk_operation_open', 'bulk_operation_state'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "bulk_item" ("operation_id" uuid NOT NULL, "position" integer NOT NULL, "subject" text NOT NULL, "title" text NOT NULL, "state" character varying(20) NOT NULL, "problem" jsonb, CONSTRAINT "bulk_item_state" CHECK (state IN ('waiting', 'done', 'refused')), CONSTRAINT "PK_7b766035a473742b5342fda8205" PRIMARY KEY ("operation_id", "position"))`);
    await runner.query(`CREATE INDEX "IDX_6cf27b69665f4ced9e648197bc" ON "bulk_item"  ("operation_id", "state", "position")`);
    await runner.query(`CREATE TABLE "bulk_operation" ("id" uuid NOT NULL, "kind" character varying(100) NOT NULL, "arguments" jsonb NOT NULL, "user_id" integer NOT NULL, "client" jsonb, "state" character varying(20) NOT NULL, "total" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "worked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "finished_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "bulk_operation_state" CHECK (state IN ('waiting', 'running', 'finished', 'cancelled')), CONSTRAINT "PK_56326513b7cce8fd6c883aad9a1" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "bulk_operation_open" ON "bulk_operation"  ("worked_at") WHERE state IN ('waiting', 'running')`);
    await runner.query(`CREATE INDEX "IDX_15392f29ceabb941ccaf1bea25" ON "bulk_operation"  ("user_id", "created_at")`);
    await runner.query(`ALTER TABLE "bulk_item" ADD CONSTRAINT "FK_2310fc48ff27444664d7e033fd0" FOREIGN KEY ("operation_id") REFERENCES "bulk_operation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "bulk_operation" ADD CONSTRAINT "FK_6bd38780bd4cd841c3cddbb7b5b" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "bulk_operation" DROP CONSTRAINT "FK_6bd38780bd4cd841c3cddbb7b5b"`);
    await runner.query(`ALTER TABLE "bulk_item" DROP CONSTRAINT "FK_2310fc48ff27444664d7e033fd0"`);
    await runner.query(`DROP INDEX "public"."IDX_15392f29ceabb941ccaf1bea25"`);
    await runner.query(`DROP INDEX "public"."bulk_operation_open"`);
    await runner.query(`DROP TABLE "bulk_operation"`);
    await runner.query(`DROP INDEX "public"."IDX_6cf27b69665f4ced9e648197bc"`);
    await runner.query(`DROP TABLE "bulk_item"`);
  }
}
