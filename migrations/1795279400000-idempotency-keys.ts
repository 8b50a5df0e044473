import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdempotencyKeys1795279400000 implements MigrationInterface {
  name = 'IdempotencyKeys1795279400000';
  after = ['ChildrenInOrder1795278740088'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "idempotency_key" ("user_id" integer NOT NULL, "key" character varying(255) NOT NULL, "method" character varying(10) NOT NULL, "path" text NOT NULL, "body_hash" character varying(64) NOT NULL, "salt" uuid NOT NULL, "run" uuid NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL, "is_done" boolean NOT NULL DEFAULT false, "status" integer, "answer" text, CONSTRAINT "PK_de390066dce788f80744a8f6626" PRIMARY KEY ("user_id", "key"))`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_58c766b586a1bc43d0dbf9830d" ON "idempotency_key"  ("run")`);
    await runner.query(`CREATE INDEX "IDX_2d6f725fad9142d02a038aaac7" ON "idempotency_key"  ("started_at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."IDX_2d6f725fad9142d02a038aaac7"`);
    await runner.query(`DROP INDEX "public"."IDX_58c766b586a1bc43d0dbf9830d"`);
    await runner.query(`DROP TABLE "idempotency_key"`);
  }
}
