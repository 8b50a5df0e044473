import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795268348501 implements MigrationInterface {
  name = 'Initial1795268348501';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "newsletter_subscriber" ("id" SERIAL NOT NULL, "email" character varying(254) NOT NULL, "active" boolean NOT NULL DEFAULT true, CONSTRAINT "PK_673f5f9a16ef0e216059224e02f" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_c7c77fa243eefb2415b13f1b4e" ON "newsletter_subscriber"  ("email") `);
    await runner.query(`CREATE TABLE "newsletter_issue_link" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "owner_id" integer NOT NULL, "sort_order" integer NOT NULL DEFAULT '0', "words" character varying(120) NOT NULL DEFAULT '', "address" character varying(200) NOT NULL DEFAULT '', CONSTRAINT "UQ_df8182da51d8344f4280cce837a" UNIQUE ("uuid"), CONSTRAINT "PK_8c5629d51213c5a34af47846c43" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_cf772a19548ecc866146a85529" ON "newsletter_issue_link"  ("owner_id") `);
    await runner.query(`CREATE TABLE "newsletter_issue" ("page_id" integer NOT NULL, "subject" character varying(120) NOT NULL DEFAULT '', "body" text NOT NULL DEFAULT '', "extras" jsonb NOT NULL DEFAULT '[]', "slot" jsonb, CONSTRAINT "PK_8c02da28e6b9af0a6c7ded9ca71" PRIMARY KEY ("page_id"))`);
    await runner.query(`CREATE TABLE "newsletter_newsletter_settings" ("id" integer NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "footer" character varying(200) NOT NULL DEFAULT '', CONSTRAINT "UQ_0ed3dbed6c9cab017f2cd56ad8f" UNIQUE ("uuid"), CONSTRAINT "PK_235bdb7db86ee37e530b948219f" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "newsletter_sent_issue" ("page_id" integer NOT NULL, CONSTRAINT "PK_9c5076ea7c581b5f6fb78e1c3ae" PRIMARY KEY ("page_id"))`);
    await runner.query(`CREATE TABLE "newsletter_sent_mail" ("id" SERIAL NOT NULL, "to" character varying(254) NOT NULL, "subject" text NOT NULL, "text" text NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_738afa7677eb58269192c8b6077" PRIMARY KEY ("id"))`);
    await runner.query(`ALTER TABLE "newsletter_issue_link" ADD CONSTRAINT "FK_cf772a19548ecc866146a855295" FOREIGN KEY ("owner_id") REFERENCES "newsletter_issue"("page_id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "newsletter_issue" ADD CONSTRAINT "FK_8c02da28e6b9af0a6c7ded9ca71" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "newsletter_newsletter_settings" ADD CONSTRAINT "FK_235bdb7db86ee37e530b948219f" FOREIGN KEY ("id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "newsletter_newsletter_settings" DROP CONSTRAINT "FK_235bdb7db86ee37e530b948219f"`);
    await runner.query(`ALTER TABLE "newsletter_issue" DROP CONSTRAINT "FK_8c02da28e6b9af0a6c7ded9ca71"`);
    await runner.query(`ALTER TABLE "newsletter_issue_link" DROP CONSTRAINT "FK_cf772a19548ecc866146a855295"`);
    await runner.query(`DROP TABLE "newsletter_sent_mail"`);
    await runner.query(`DROP TABLE "newsletter_sent_issue"`);
    await runner.query(`DROP TABLE "newsletter_newsletter_settings"`);
    await runner.query(`DROP TABLE "newsletter_issue"`);
    await runner.query(`DROP TABLE "newsletter_issue_link"`);
    await runner.query(`DROP TABLE "newsletter_subscriber"`);
  }
}
