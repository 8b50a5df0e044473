import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795254756283 implements MigrationInterface {
  name = 'Initial1795254756283';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "kinds_kinds_item" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "owner_id" integer NOT NULL, "sort_order" integer NOT NULL DEFAULT '0', "text" character varying(100) NOT NULL DEFAULT '', "number" integer, "link_page_id" integer, "image_id" integer, CONSTRAINT "UQ_b3169f46557ead9a01a852612ac" UNIQUE ("uuid"), CONSTRAINT "PK_983a13c3c3f18f359d3c19bb69c" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_9e5a5074ce04379950b72e5f2d" ON "kinds_kinds_item"  ("owner_id") `);
    await runner.query(`CREATE TABLE "kinds_topic" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "name" character varying(100) NOT NULL DEFAULT '', "weight" integer NOT NULL DEFAULT '0', CONSTRAINT "UQ_e52cf92367967d174c93b3cf2ab" UNIQUE ("uuid"), CONSTRAINT "PK_8f369b4cdd9750aec65ec40eb04" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "kinds_kinds_index_page" ("page_id" integer NOT NULL, CONSTRAINT "PK_66f2b941192c6ca5457b68eb372" PRIMARY KEY ("page_id"))`);
    await runner.query(`CREATE TABLE "kinds_kinds_page" ("page_id" integer NOT NULL, "bool_field" boolean NOT NULL DEFAULT false, "null_bool_field" boolean, "int_field" integer, "big_field" bigint, "small_field" smallint NOT NULL DEFAULT '0', "float_field" double precision, "decimal_field" numeric(10,3), "char_field" character varying(100) NOT NULL DEFAULT '', "choice_field" character varying(10) NOT NULL DEFAULT 'lo', "email_field" character varying(254) NOT NULL DEFAULT '', "url_field" character varying(200) NOT NULL DEFAULT '', "uuid_field" uuid, "date_field" date, "time_field" TIME, "datetime_field" TIMESTAMP WITH TIME ZONE, "duration_field" bigint, "json_field" jsonb, "rich_field" text NOT NULL DEFAULT '', "stream" jsonb NOT NULL DEFAULT '[]', "hidden_field" character varying(100) NOT NULL DEFAULT '', "topic_id" integer, "page_fk_id" integer, "document_id" integer, "image_id" integer, CONSTRAINT "PK_558c882438bb20ebb0f7fa67806" PRIMARY KEY ("page_id"))`);
    await runner.query(`CREATE TABLE "kinds_kinds_page_topics" ("kinds_kinds_page_page_id" integer NOT NULL, "kinds_topic_id" integer NOT NULL, CONSTRAINT "PK_92db3956393972afe73724b8cc3" PRIMARY KEY ("kinds_kinds_page_page_id", "kinds_topic_id"))`);
    await runner.query(`CREATE INDEX "IDX_f8a5259fc0511cb3a9940c4544" ON "kinds_kinds_page_topics"  ("kinds_kinds_page_page_id") `);
    await runner.query(`CREATE INDEX "IDX_60424db90ffea24831f8d3fbc9" ON "kinds_kinds_page_topics"  ("kinds_topic_id") `);
    await runner.query(`CREATE TABLE "kinds_kinds_page_tags" ("kinds_kinds_page_page_id" integer NOT NULL, "tag_id" integer NOT NULL, CONSTRAINT "PK_6ff0fd43b174129fa9c93da5b14" PRIMARY KEY ("kinds_kinds_page_page_id", "tag_id"))`);
    await runner.query(`CREATE INDEX "IDX_aa5e84bd5afd3834359e1e4e81" ON "kinds_kinds_page_tags"  ("kinds_kinds_page_page_id") `);
    await runner.query(`CREATE INDEX "IDX_b0cc6a423538f67926a2de576f" ON "kinds_kinds_page_tags"  ("tag_id") `);
    await runner.query(`ALTER TABLE "kinds_kinds_item" ADD CONSTRAINT "FK_1dc83260e906c78c2beae15ef06" FOREIGN KEY ("link_page_id") REFERENCES "page"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "kinds_kinds_item" ADD CONSTRAINT "FK_95c96b28b38697517aa0cbbdd9b" FOREIGN KEY ("image_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "kinds_kinds_item" ADD CONSTRAINT "FK_9e5a5074ce04379950b72e5f2de" FOREIGN KEY ("owner_id") REFERENCES "kinds_kinds_page"("page_id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "kinds_kinds_index_page" ADD CONSTRAINT "FK_66f2b941192c6ca5457b68eb372" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "kinds_kinds_page" ADD CONSTRAINT "FK_558c882438bb20ebb0f7fa67806" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "kinds_kinds_page" ADD CONSTRAINT "FK_1c5b2be99c151f82b4cc9dbd3d5" FOREIGN KEY ("topic_id") REFERENCES "kinds_topic"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "kinds_kinds_page" ADD CONSTRAINT "FK_b49d2c7e0ef5423f0c16a954a8f" FOREIGN KEY ("page_fk_id") REFERENCES "page"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "kinds_kinds_page" ADD CONSTRAINT "FK_c467c968269e8ea20d22e89df0a" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "kinds_kinds_page" ADD CONSTRAINT "FK_66c0e661cf3eeecdd67875d8077" FOREIGN KEY ("image_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "kinds_kinds_page_topics" ADD CONSTRAINT "FK_f8a5259fc0511cb3a9940c45441" FOREIGN KEY ("kinds_kinds_page_page_id") REFERENCES "kinds_kinds_page"("page_id") ON DELETE CASCADE ON UPDATE CASCADE`);
    await runner.query(`ALTER TABLE "kinds_kinds_page_topics" ADD CONSTRAINT "FK_60424db90ffea24831f8d3fbc99" FOREIGN KEY ("kinds_topic_id") REFERENCES "kinds_topic"("id") ON DELETE CASCADE ON UPDATE CASCADE`);
    await runner.query(`ALTER TABLE "kinds_kinds_page_tags" ADD CONSTRAINT "FK_aa5e84bd5afd3834359e1e4e810" FOREIGN KEY ("kinds_kinds_page_page_id") REFERENCES "kinds_kinds_page"("page_id") ON DELETE CASCADE ON UPDATE CASCADE`);
    await runner.query(`ALTER TABLE "kinds_kinds_page_tags" ADD CONSTRAINT "FK_b0cc6a423538f67926a2de576f6" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "kinds_kinds_page_tags" DROP CONSTRAINT "FK_b0cc6a423538f67926a2de576f6"`);
    await runner.query(`ALTER TABLE "kinds_kinds_page_tags" DROP CONSTRAINT "FK_aa5e84bd5afd3834359e1e4e810"`);
    await runner.query(`ALTER TABLE "kinds_kinds_page_topics" DROP CONSTRAINT "FK_60424db90ffea24831f8d3fbc99"`);
    await runner.query(`ALTER TABLE "kinds_kinds_page_topics" DROP CONSTRAINT "FK_f8a5259fc0511cb3a9940c45441"`);
    await runner.query(`ALTER TABLE "kinds_kinds_page" DROP CONSTRAINT "FK_66c0e661cf3eeecdd67875d8077"`);
    await runner.query(`ALTER TABLE "kinds_kinds_page" DROP CONSTRAINT "FK_c467c968269e8ea20d22e89df0a"`);
    await runner.query(`ALTER TABLE "kinds_kinds_page" DROP CONSTRAINT "FK_b49d2c7e0ef5423f0c16a954a8f"`);
    await runner.query(`ALTER TABLE "kinds_kinds_page" DROP CONSTRAINT "FK_1c5b2be99c151f82b4cc9dbd3d5"`);
    await runner.query(`ALTER TABLE "kinds_kinds_page" DROP CONSTRAINT "FK_558c882438bb20ebb0f7fa67806"`);
    await runner.query(`ALTER TABLE "kinds_kinds_index_page" DROP CONSTRAINT "FK_66f2b941192c6ca5457b68eb372"`);
    await runner.query(`ALTER TABLE "kinds_kinds_item" DROP CONSTRAINT "FK_9e5a5074ce04379950b72e5f2de"`);
    await runner.query(`ALTER TABLE "kinds_kinds_item" DROP CONSTRAINT "FK_95c96b28b38697517aa0cbbdd9b"`);
    await runner.query(`ALTER TABLE "kinds_kinds_item" DROP CONSTRAINT "FK_1dc83260e906c78c2beae15ef06"`);
    await runner.query(`DROP TABLE "kinds_kinds_page_tags"`);
    await runner.query(`DROP TABLE "kinds_kinds_page_topics"`);
    await runner.query(`DROP TABLE "kinds_kinds_page"`);
    await runner.query(`DROP TABLE "kinds_kinds_index_page"`);
    await runner.query(`DROP TABLE "kinds_topic"`);
    await runner.query(`DROP TABLE "kinds_kinds_item"`);
  }
}
