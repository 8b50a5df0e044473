import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795265901979 implements MigrationInterface {
  name = 'Initial1795265901979';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "reading_agency" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "name" character varying(60) NOT NULL DEFAULT '', CONSTRAINT "UQ_a2cf5531223be71beabdcc3751b" UNIQUE ("uuid"), CONSTRAINT "PK_71d50041521a37764fde6228a55" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "reading_author" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "name" character varying(60) NOT NULL DEFAULT '', "country" character varying(255) NOT NULL DEFAULT '', "born" date, "awards" integer, "living" boolean NOT NULL DEFAULT false, "about" text NOT NULL DEFAULT '', "agency_id" integer, CONSTRAINT "UQ_1b4b4f880ef9719126d7fc9b829" UNIQUE ("uuid"), CONSTRAINT "PK_0e70e6dac541fa7ff41109c16be" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "reading_member" ("id" uuid NOT NULL DEFAULT uuid_generate_v4(), "name" character varying(80) NOT NULL, "loans" integer NOT NULL DEFAULT '0', "since" date, CONSTRAINT "PK_d3f3a5dbaf6d06b3cb2b4e101bf" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "reading_notice" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "title" character varying(80) NOT NULL DEFAULT '', "wording" text NOT NULL DEFAULT '', "live" boolean NOT NULL DEFAULT true, "has_unpublished_changes" boolean NOT NULL DEFAULT false, "first_published_at" TIMESTAMP WITH TIME ZONE, "last_published_at" TIMESTAMP WITH TIME ZONE, "latest_revision_id" integer, "live_revision_id" integer, CONSTRAINT "UQ_6a1cfc4ea05f8078f73c6d22035" UNIQUE ("uuid"), CONSTRAINT "PK_677b2be2653a5cde0f6d334d747" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "reading_opening" ("id" integer NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "weekdays" character varying(60) NOT NULL DEFAULT '', "closed_on_sunday" boolean NOT NULL DEFAULT false, CONSTRAINT "UQ_7cde058cd66dd126c069b74615b" UNIQUE ("uuid"), CONSTRAINT "PK_80b117ef5fcf52b4ffae8f6ddd4" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "reading_lending" ("id" integer NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "days" integer NOT NULL DEFAULT '14', CONSTRAINT "UQ_92482349c18534b73aafc37f6fa" UNIQUE ("uuid"), CONSTRAINT "only_one_row" CHECK (id = 1), CONSTRAINT "PK_3a2ddfc1a75910025079c33a10c" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "reading_shelf" ("page_id" integer NOT NULL, "author_id" integer, CONSTRAINT "PK_18da14aedc3479351627fb0a5ac" PRIMARY KEY ("page_id"))`);
    await runner.query(`ALTER TABLE "reading_author" ADD CONSTRAINT "FK_bdde8fc39a6d6f608f8d4eaa968" FOREIGN KEY ("agency_id") REFERENCES "reading_agency"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "reading_notice" ADD CONSTRAINT "FK_65a0660f4c11872bf0d1105a1e7" FOREIGN KEY ("latest_revision_id") REFERENCES "revision"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "reading_notice" ADD CONSTRAINT "FK_3c29a45413f9d99c5c8cceb2292" FOREIGN KEY ("live_revision_id") REFERENCES "revision"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "reading_opening" ADD CONSTRAINT "FK_80b117ef5fcf52b4ffae8f6ddd4" FOREIGN KEY ("id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "reading_shelf" ADD CONSTRAINT "FK_18da14aedc3479351627fb0a5ac" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "reading_shelf" ADD CONSTRAINT "FK_106e0f5f050f142f931dd9dad01" FOREIGN KEY ("author_id") REFERENCES "reading_author"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "reading_shelf" DROP CONSTRAINT "FK_106e0f5f050f142f931dd9dad01"`);
    await runner.query(`ALTER TABLE "reading_shelf" DROP CONSTRAINT "FK_18da14aedc3479351627fb0a5ac"`);
    await runner.query(`ALTER TABLE "reading_opening" DROP CONSTRAINT "FK_80b117ef5fcf52b4ffae8f6ddd4"`);
    await runner.query(`ALTER TABLE "reading_notice" DROP CONSTRAINT "FK_3c29a45413f9d99c5c8cceb2292"`);
    await runner.query(`ALTER TABLE "reading_notice" DROP CONSTRAINT "FK_65a0660f4c11872bf0d1105a1e7"`);
    await runner.query(`ALTER TABLE "reading_author" DROP CONSTRAINT "FK_bdde8fc39a6d6f608f8d4eaa968"`);
    await runner.query(`DROP TABLE "reading_shelf"`);
    await runner.query(`DROP TABLE "reading_lending"`);
    await runner.query(`DROP TABLE "reading_opening"`);
    await runner.query(`DROP TABLE "reading_notice"`);
    await runner.query(`DROP TABLE "reading_member"`);
    await runner.query(`DROP TABLE "reading_author"`);
    await runner.query(`DROP TABLE "reading_agency"`);
  }
}
