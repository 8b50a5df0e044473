import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnnouncementsAndSettings1795265725302 implements MigrationInterface {
  name = 'AnnouncementsAndSettings1795265725302';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "demo_announcement" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "title" character varying(120) NOT NULL DEFAULT '', "text" text NOT NULL DEFAULT '', "begins" date, "ends" date, "live" boolean NOT NULL DEFAULT true, "has_unpublished_changes" boolean NOT NULL DEFAULT false, "first_published_at" TIMESTAMP WITH TIME ZONE, "last_published_at" TIMESTAMP WITH TIME ZONE, "latest_revision_id" integer, "live_revision_id" integer, "more_on_id" integer, CONSTRAINT "UQ_e6f6a00a5c6982f339ebedb701e" UNIQUE ("uuid"), CONSTRAINT "PK_a15ade6de6b0cb1d29bedd573f7" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "demo_footer" ("id" integer NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "notice" character varying(200) NOT NULL DEFAULT '', "mastodon" character varying(200) NOT NULL DEFAULT '', "video" character varying(200) NOT NULL DEFAULT '', "newsletter" character varying(254) NOT NULL DEFAULT '', "imprint_id" integer, CONSTRAINT "UQ_27add8ad0ec09d2039a01b354ef" UNIQUE ("uuid"), CONSTRAINT "PK_984ba0098feef1cf7828b61ef26" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "demo_operations" ("id" integer NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "closed" boolean NOT NULL DEFAULT false, "closure_note" text NOT NULL DEFAULT '', "emergency_telephone" character varying(30) NOT NULL DEFAULT '', "duty_manager_id" integer, CONSTRAINT "UQ_3df931158ebd7a66005a40c1651" UNIQUE ("uuid"), CONSTRAINT "only_one_row" CHECK (id = 1), CONSTRAINT "PK_8a8a67808857291fd75a8b029f6" PRIMARY KEY ("id"))`);
    await runner.query(`ALTER TABLE "demo_announcement" ADD CONSTRAINT "FK_18ec3b71fb81d0e3534d34d1db6" FOREIGN KEY ("more_on_id") REFERENCES "page"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "demo_announcement" ADD CONSTRAINT "FK_13747a4df6adac14b2b38b6c85c" FOREIGN KEY ("latest_revision_id") REFERENCES "revision"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "demo_announcement" ADD CONSTRAINT "FK_8f16451a449dd622105a4a2c92d" FOREIGN KEY ("live_revision_id") REFERENCES "revision"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "demo_footer" ADD CONSTRAINT "FK_be0eff5b7fdabd32dd64709c7ba" FOREIGN KEY ("imprint_id") REFERENCES "page"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "demo_footer" ADD CONSTRAINT "FK_984ba0098feef1cf7828b61ef26" FOREIGN KEY ("id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "demo_operations" ADD CONSTRAINT "FK_eb2334f7012022ba7a4b011d7b4" FOREIGN KEY ("duty_manager_id") REFERENCES "demo_person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "demo_operations" DROP CONSTRAINT "FK_eb2334f7012022ba7a4b011d7b4"`);
    await runner.query(`ALTER TABLE "demo_footer" DROP CONSTRAINT "FK_984ba0098feef1cf7828b61ef26"`);
    await runner.query(`ALTER TABLE "demo_footer" DROP CONSTRAINT "FK_be0eff5b7fdabd32dd64709c7ba"`);
    await runner.query(`ALTER TABLE "demo_announcement" DROP CONSTRAINT "FK_8f16451a449dd622105a4a2c92d"`);
    await runner.query(`ALTER TABLE "demo_announcement" DROP CONSTRAINT "FK_13747a4df6adac14b2b38b6c85c"`);
    await runner.query(`ALTER TABLE "demo_announcement" DROP CONSTRAINT "FK_18ec3b71fb81d0e3534d34d1db6"`);
    await runner.query(`DROP TABLE "demo_operations"`);
    await runner.query(`DROP TABLE "demo_footer"`);
    await runner.query(`DROP TABLE "demo_announcement"`);
  }
}
