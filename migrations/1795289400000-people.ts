import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1795289400000 implements MigrationInterface {
  name = 'People1795289400000';
  after = ['StoredFiles1795288849822'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "api_token" ("id" SERIAL NOT NULL, "name" character varying(100) NOT NULL, "user_id" integer NOT NULL, "delivery" boolean NOT NULL, "permissions" text array NOT NULL, "origins" text array NOT NULL, "networks" text array NOT NULL, "prefix" character varying(20) NOT NULL, "token_hash" text NOT NULL, "former_hash" text, "former_until" TIMESTAMP WITH TIME ZONE, "expires_at" TIMESTAMP WITH TIME ZONE, "last_used_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_d862311c568d175c26f41bc6f98" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_1725c5ea908ff009f6ab3fa34f" ON "api_token"  ("user_id")`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_bafaa5aab5957cd193fb2da8f2" ON "api_token"  ("token_hash")`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_ea17fc2d1f485abaa02f1abdc8" ON "api_token"  ("former_hash")`);
    await runner.query(`CREATE TABLE "one_time_token" ("id" uuid NOT NULL, "user_id" integer NOT NULL, "purpose" character varying(20) NOT NULL, "token_hash" text NOT NULL, "email" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_956e3dd6580e4829e05ab460808" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_5a751ff4e9106ceddfd3417de6" ON "one_time_token"  ("token_hash")`);
    await runner.query(`CREATE INDEX "IDX_3547176f99658453d4d7122830" ON "one_time_token"  ("expires_at")`);
    await runner.query(`CREATE INDEX "IDX_2acff263dd344396d785de7f3c" ON "one_time_token"  ("user_id", "purpose")`);
    await runner.query(`CREATE TABLE "recovery_code" ("user_id" integer NOT NULL, "code_hash" text NOT NULL, CONSTRAINT "PK_a0a5d0531fcd8f15f45cf088e88" PRIMARY KEY ("user_id", "code_hash"))`);
    await runner.query(`ALTER TABLE "user_account" ADD "language" character varying(20) NOT NULL DEFAULT 'en'`);
    await runner.query(`ALTER TABLE "user_account" ADD "time_zone" character varying(64)`);
    await runner.query(`ALTER TABLE "user_account" ADD "email_verified_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "user_account" ADD "totp_secret" text`);
    await runner.query(`ALTER TABLE "user_account" ADD "totp_step" integer`);
    await runner.query(`ALTER TABLE "user_account" ADD "second_factor_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "user_group" ADD "requires_second_factor" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "user_session" ADD "agent" character varying(500) NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "user_session" ADD "address" character varying(64) NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "user_session" ADD "last_used_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()`);
    await runner.query(`ALTER TABLE "user_session" ADD "confirmed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()`);
    await runner.query(`ALTER TABLE "api_token" ADD CONSTRAINT "FK_1725c5ea908ff009f6ab3fa34fd" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "one_time_token" ADD CONSTRAINT "FK_8b28059f6bee21e69d42224bbb1" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "recovery_code" ADD CONSTRAINT "FK_f5c95d9ca2047afa670093e2028" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "recovery_code" DROP CONSTRAINT "FK_f5c95d9ca2047afa670093e2028"`);
    await runner.query(`ALTER TABLE "one_time_token" DROP CONSTRAINT "FK_8b28059f6bee21e69d42224bbb1"`);
    await runner.query(`ALTER TABLE "api_token" DROP CONSTRAINT "FK_1725c5ea908ff009f6ab3fa34fd"`);
    await runner.query(`ALTER TABLE "user_session" DROP COLUMN "confirmed_at"`);
    await runner.query(`ALTER TABLE "user_session" DROP COLUMN "last_used_at"`);
    await runner.query(`ALTER TABLE "user_session" DROP COLUMN "address"`);
    await runner.query(`ALTER TABLE "user_session" DROP COLUMN "agent"`);
    await runner.query(`ALTER TABLE "user_group" DROP COLUMN "requires_second_factor"`);
    await runner.query(`ALTER TABLE "user_account" DROP COLUMN "second_factor_at"`);
    await runner.query(`ALTER TABLE "user_account" DROP COLUMN "totp_step"`);
    await runner.query(`ALTER TABLE "user_account" DROP COLUMN "totp_secret"`);
    await runner.query(`ALTER TABLE "user_account" DROP COLUMN "email_verified_at"`);
    await runner.query(`ALTER TABLE "user_account" DROP COLUMN "time_zone"`);
    await runner.query(`ALTER TABLE "user_account" DROP COLUMN "language"`);
    await runner.query(`DROP TABLE "recovery_code"`);
    await runner.query(`DROP INDEX "public"."IDX_2acff263dd344396d785de7f3c"`);
    await runner.query(`DROP INDEX "public"."IDX_3547176f99658453d4d7122830"`);
    await runner.query(`DROP INDEX "public"."IDX_5a751ff4e9106ceddfd3417de6"`);
    await runner.query(`DROP TABLE "one_time_token"`);
    await runner.query(`DROP INDEX "public"."IDX_ea17fc2d1f485abaa02f1abdc8"`);
    await runner.query(`DROP INDEX "public"."IDX_bafaa5aab5957cd193fb2da8f2"`);
    await runner.query(`DROP INDEX "public"."IDX_1725c5ea908ff009f6ab3fa34f"`);
    await runner.query(`DROP TABLE "api_token"`);
  }
}
