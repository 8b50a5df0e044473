import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SchedulesAndWorkers1795276272686 implements MigrationInterface {
  name = 'SchedulesAndWorkers1795276272686';
  after = ['BulkOperations1795275827038'];
  named = ['schedule_revision'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "recurring_job" ("task" text NOT NULL, "enqueued_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_e91fa1eaad05588a0ffe5ca452d" PRIMARY KEY ("task"))`);
    await runner.query(`CREATE TABLE "schedule" ("id" SERIAL NOT NULL, "subject_type" character varying(255) NOT NULL, "subject_id" integer NOT NULL, "kind" character varying(10) NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "zone" character varying(64) NOT NULL, "revision_id" integer, "user_id" integer, "user_label" text NOT NULL, "label" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "claimed_until" TIMESTAMP WITH TIME ZONE, "attempts" integer NOT NULL DEFAULT '0', "failed_at" TIMESTAMP WITH TIME ZONE, "problem" jsonb, CONSTRAINT "UQ_f5c3876d9355a62aa61f2d0dc22" UNIQUE ("subject_type", "subject_id", "kind"), CONSTRAINT "schedule_revision" CHECK ((kind = 'goLive') = (revision_id IS NOT NULL)), CONSTRAINT "PK_1c05e42aec7371641193e180046" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_a6c3a1c6b8d584f534b42e960a" ON "schedule"  ("revision_id")`);
    await runner.query(`CREATE INDEX "IDX_a73d76f6bfa7463b62413a6bbf" ON "schedule"  ("at") WHERE failed_at IS NULL`);
    await runner.query(`CREATE TABLE "subject_lock" ("id" SERIAL NOT NULL, "subject_type" character varying(255) NOT NULL, "subject_id" integer NOT NULL, "locked_by_id" integer, "locked_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "UQ_50242e08e86f78d2169efc46456" UNIQUE ("subject_type", "subject_id"), CONSTRAINT "PK_77992bd0afe3ea4e62b95529ec4" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "worker_heartbeat" ("id" uuid NOT NULL, "name" text NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_01f2af48f2e75d17cbfbc2f3f61" PRIMARY KEY ("id"))`);
    await runner.query(`ALTER TABLE "schedule" ADD CONSTRAINT "FK_a6c3a1c6b8d584f534b42e960ab" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "schedule" ADD CONSTRAINT "FK_c9927b15da3efbbfb7f29928216" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "subject_lock" ADD CONSTRAINT "FK_3c254bb1d6a976291fc032bf51c" FOREIGN KEY ("locked_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    // Imports brought times that nobody acted upon; those that have passed stay as they were.
    await runner.query(`INSERT INTO "schedule" ("subject_type", "subject_id", "kind", "at", "zone", "revision_id", "user_id", "user_label", "label") SELECT 'page', p.id, 'goLive', r.approved_go_live_at, 'UTC', r.id, u.id, coalesce(u.name, ''), r.label FROM "revision" r JOIN "page" p ON r.subject_type = 'page' AND p.id = r.subject_id LEFT JOIN "user_account" u ON u.id = r.user_id WHERE r.approved_go_live_at > now() ON CONFLICT DO NOTHING`);
    await runner.query(`INSERT INTO "schedule" ("subject_type", "subject_id", "kind", "at", "zone", "user_label", "label") SELECT 'page', p.id, 'expire', p.expire_at, 'UTC', '', p.draft_title FROM "page" p WHERE p.live AND p.expire_at > now()`);
    // Nobody loses a right by its being split in two.
    await runner.query(`INSERT INTO "group_permission" ("group_id", "permission", "scope_kind", "scope_id", "scope_type") SELECT "group_id", new.name, "scope_kind", "scope_id", "scope_type" FROM "group_permission" JOIN (VALUES ('page.lock', 'page.unlock'), ('page.delete', 'page.bulkDelete')) AS new (old, name) ON new.old = "permission" ON CONFLICT DO NOTHING`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "group_permission" WHERE "permission" IN ('page.unlock', 'page.bulkDelete')`);
    await runner.query(`ALTER TABLE "subject_lock" DROP CONSTRAINT "FK_3c254bb1d6a976291fc032bf51c"`);
    await runner.query(`ALTER TABLE "schedule" DROP CONSTRAINT "FK_c9927b15da3efbbfb7f29928216"`);
    await runner.query(`ALTER TABLE "schedule" DROP CONSTRAINT "FK_a6c3a1c6b8d584f534b42e960ab"`);
    await runner.query(`DROP TABLE "worker_heartbeat"`);
    await runner.query(`DROP TABLE "subject_lock"`);
    await runner.query(`DROP INDEX "public"."IDX_a73d76f6bfa7463b62413a6bbf"`);
    await runner.query(`DROP INDEX "public"."IDX_a6c3a1c6b8d584f534b42e960a"`);
    await runner.query(`DROP TABLE "schedule"`);
    await runner.query(`DROP TABLE "recurring_job"`);
  }
}
