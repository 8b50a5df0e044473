import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795289708480 implements MigrationInterface {
  name = 'Initial1795289708480';
  after = [];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "news_article" ("page_id" integer NOT NULL, "day" date, "kicker" text NOT NULL DEFAULT '', "summary" text NOT NULL DEFAULT '', "body" text NOT NULL DEFAULT '', "author_id" integer, CONSTRAINT "PK_604c6bca83e2d112896be97c1df" PRIMARY KEY ("page_id"))`);
    await runner.query(`CREATE TABLE "news_author" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "name" text NOT NULL DEFAULT '', CONSTRAINT "UQ_7422d9e74ee65e16e8c0afae75c" UNIQUE ("uuid"), CONSTRAINT "PK_173d93468ebf142bb3424c2fd63" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "news_section" ("page_id" integer NOT NULL, CONSTRAINT "PK_ceff525fbf57b3b07528fc2ca1c" PRIMARY KEY ("page_id"))`);
    await runner.query(`ALTER TABLE "news_article" ADD CONSTRAINT "FK_604c6bca83e2d112896be97c1df" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "news_article" ADD CONSTRAINT "FK_8a672c5ebba4789b2e3051e4b46" FOREIGN KEY ("author_id") REFERENCES "news_author"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "news_section" ADD CONSTRAINT "FK_ceff525fbf57b3b07528fc2ca1c" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "news_section" DROP CONSTRAINT "FK_ceff525fbf57b3b07528fc2ca1c"`);
    await runner.query(`ALTER TABLE "news_article" DROP CONSTRAINT "FK_8a672c5ebba4789b2e3051e4b46"`);
    await runner.query(`ALTER TABLE "news_article" DROP CONSTRAINT "FK_604c6bca83e2d112896be97c1df"`);
    await runner.query(`DROP TABLE "news_section"`);
    await runner.query(`DROP TABLE "news_author"`);
    await runner.query(`DROP TABLE "news_article"`);
  }
}
