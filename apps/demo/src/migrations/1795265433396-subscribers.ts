import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Subscribers1795265433396 implements MigrationInterface {
  name = 'Subscribers1795265433396';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TYPE "public"."demo_subscriber_locale_enum" AS ENUM('en', 'de')`);
    await runner.query(`CREATE TABLE "demo_subscriber" ("id" SERIAL NOT NULL, "email" character varying(254) NOT NULL, "name" character varying(120) NOT NULL DEFAULT '', "locale" "public"."demo_subscriber_locale_enum" NOT NULL DEFAULT 'en', "confirmed" boolean NOT NULL DEFAULT false, "signed_up_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "UQ_9d19e8f277a65923402699ff4d9" UNIQUE ("email"), CONSTRAINT "PK_bb28ab8ab03d70ae8f78fae3a66" PRIMARY KEY ("id"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "demo_subscriber"`);
    await runner.query(`DROP TYPE "public"."demo_subscriber_locale_enum"`);
  }
}
