import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795265463776 implements MigrationInterface {
  name = 'Initial1795265463776';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "catalogue_catalogue_home" ("page_id" integer NOT NULL, CONSTRAINT "PK_e233e7b16c62dfaf03fd18bab92" PRIMARY KEY ("page_id"))`);
    await runner.query(`CREATE TABLE "catalogue_guest" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "owner_id" integer NOT NULL, "sort_order" integer NOT NULL DEFAULT '0', "name" text NOT NULL DEFAULT '', "speaks" boolean NOT NULL DEFAULT false, "subject" text NOT NULL DEFAULT '', CONSTRAINT "UQ_9492269c4abb9b9a6cf49588bd6" UNIQUE ("uuid"), CONSTRAINT "PK_de0e49b1dcc6b43d63cfe1baef8" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_2182257e815063ef1e5ddb7cda" ON "catalogue_guest"  ("owner_id") `);
    await runner.query(`CREATE TABLE "catalogue_condition_catalogue" ("page_id" integer NOT NULL, "kind" character varying(255) NOT NULL DEFAULT 'news', "place" text NOT NULL DEFAULT '', "free" boolean NOT NULL DEFAULT false, "price" text NOT NULL DEFAULT '', "facts" jsonb NOT NULL DEFAULT '[]', CONSTRAINT "PK_fcac93813aec028740b696ff672" PRIMARY KEY ("page_id"))`);
    await runner.query(`CREATE TABLE "catalogue_stop" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "owner_id" integer NOT NULL, "sort_order" integer NOT NULL DEFAULT '0', "place" character varying(60) NOT NULL DEFAULT '', "minutes" integer, CONSTRAINT "UQ_d2d9a75892d408de2722a4b5026" UNIQUE ("uuid"), CONSTRAINT "PK_86b20b204e09972cf1fc2b4592d" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_7704c7c197dd8a164ce8a5a0dc" ON "catalogue_stop"  ("owner_id") `);
    await runner.query(`CREATE TABLE "catalogue_walk" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "owner_id" integer NOT NULL, "sort_order" integer NOT NULL DEFAULT '0', "name" character varying(60) NOT NULL DEFAULT '', "length" integer, "guided" text NOT NULL DEFAULT '', "guide" text NOT NULL DEFAULT '', CONSTRAINT "UQ_925780f653cbd4f7d85c1d396ee" UNIQUE ("uuid"), CONSTRAINT "PK_63f956dc9ea8d95361c93cd200e" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_169247ed88b640020396b03365" ON "catalogue_walk"  ("owner_id") `);
    await runner.query(`CREATE TABLE "catalogue_picture" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "owner_id" integer NOT NULL, "sort_order" integer NOT NULL DEFAULT '0', "caption" character varying(120) NOT NULL DEFAULT '', "image_id" integer, CONSTRAINT "UQ_f0d04c9ea81de09baeba7e8c7e6" UNIQUE ("uuid"), CONSTRAINT "PK_6f846e732e84a144ba4d4d3b16d" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_794e0462785a2d153caac58086" ON "catalogue_picture"  ("owner_id") `);
    await runner.query(`CREATE TABLE "catalogue_topic" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "name" character varying(60) NOT NULL DEFAULT '', CONSTRAINT "UQ_f08a883f2947b459e6e8202f3c2" UNIQUE ("uuid"), CONSTRAINT "PK_dc0c2e419a29b8c5881946c0bb1" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "catalogue_field_catalogue" ("page_id" integer NOT NULL, "char" character varying(40) NOT NULL DEFAULT '', "text" character varying(400) NOT NULL DEFAULT '', "rich_text" text NOT NULL DEFAULT '', "email" character varying(254) NOT NULL DEFAULT '', "url" character varying(200) NOT NULL DEFAULT '', "embed" text NOT NULL DEFAULT '', "slug_like" character varying(255) NOT NULL DEFAULT '', "identifier" uuid, "json" jsonb, "soil" jsonb, "integer" integer, "float" double precision, "decimal" numeric(6,2), "boolean" boolean NOT NULL DEFAULT false, "decided" boolean, "date" date, "time" TIME, "datetime" TIMESTAMP WITH TIME ZONE, "duration" bigint, "choice" character varying(255) NOT NULL DEFAULT '', "multiple_choice" jsonb NOT NULL DEFAULT '[]', "colour" character varying(9) NOT NULL DEFAULT '', "tint" character varying(9) NOT NULL DEFAULT '', "geo_point" jsonb, "link" jsonb, "phone_link" jsonb, "image_id" integer, "document_id" integer, "collection_id" integer, "page_link_id" integer, "snippet_link_id" integer, "entity_link_id" integer, CONSTRAINT "PK_6caf8d12b74b4b56f0c32cbe658" PRIMARY KEY ("page_id"))`);
    await runner.query(`CREATE TABLE "catalogue_panel_catalogue" ("page_id" integer NOT NULL, "opens" date, "closes" date, "places" integer, "phone" text NOT NULL DEFAULT '', "website" character varying(200) NOT NULL DEFAULT '', "conditions" text NOT NULL DEFAULT '', "imprint" text NOT NULL DEFAULT '', "notes" text NOT NULL DEFAULT '', "teaser" character varying(160) NOT NULL DEFAULT '', "order" integer, "reference" text NOT NULL DEFAULT '', "number" text NOT NULL DEFAULT '', CONSTRAINT "PK_358ff8fd1962a4000b088593011" PRIMARY KEY ("page_id"))`);
    await runner.query(`CREATE TABLE "catalogue_field_catalogue_tags" ("catalogue_field_catalogue_page_id" integer NOT NULL, "tag_id" integer NOT NULL, CONSTRAINT "PK_880e46fb5b6ad2f0a7437c920ff" PRIMARY KEY ("catalogue_field_catalogue_page_id", "tag_id"))`);
    await runner.query(`CREATE INDEX "IDX_e175ee057efc75743859e402e2" ON "catalogue_field_catalogue_tags"  ("catalogue_field_catalogue_page_id") `);
    await runner.query(`CREATE INDEX "IDX_6d3107972d430083f2bbce0d2c" ON "catalogue_field_catalogue_tags"  ("tag_id") `);
    await runner.query(`CREATE TABLE "catalogue_field_catalogue_snippets" ("catalogue_field_catalogue_page_id" integer NOT NULL, "catalogue_topic_id" integer NOT NULL, CONSTRAINT "PK_99d575d143aac601d90198b8138" PRIMARY KEY ("catalogue_field_catalogue_page_id", "catalogue_topic_id"))`);
    await runner.query(`CREATE INDEX "IDX_0954451f38e10e35e72729adf6" ON "catalogue_field_catalogue_snippets"  ("catalogue_field_catalogue_page_id") `);
    await runner.query(`CREATE INDEX "IDX_470aea258f5da427e6c3af1e25" ON "catalogue_field_catalogue_snippets"  ("catalogue_topic_id") `);
    await runner.query(`CREATE TABLE "catalogue_field_catalogue_entity_links" ("catalogue_field_catalogue_page_id" integer NOT NULL, "catalogue_topic_id" integer NOT NULL, CONSTRAINT "PK_a832a907d9068dbc84da03fd0b0" PRIMARY KEY ("catalogue_field_catalogue_page_id", "catalogue_topic_id"))`);
    await runner.query(`CREATE INDEX "IDX_a26ec101320d9a667f62482256" ON "catalogue_field_catalogue_entity_links"  ("catalogue_field_catalogue_page_id") `);
    await runner.query(`CREATE INDEX "IDX_1af59d05ebee555eb9a4a09c7e" ON "catalogue_field_catalogue_entity_links"  ("catalogue_topic_id") `);
    await runner.query(`ALTER TABLE "catalogue_catalogue_home" ADD CONSTRAINT "FK_e233e7b16c62dfaf03fd18bab92" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_guest" ADD CONSTRAINT "FK_2182257e815063ef1e5ddb7cdaa" FOREIGN KEY ("owner_id") REFERENCES "catalogue_condition_catalogue"("page_id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_condition_catalogue" ADD CONSTRAINT "FK_fcac93813aec028740b696ff672" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_stop" ADD CONSTRAINT "FK_7704c7c197dd8a164ce8a5a0dc8" FOREIGN KEY ("owner_id") REFERENCES "catalogue_walk"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_walk" ADD CONSTRAINT "FK_169247ed88b640020396b03365f" FOREIGN KEY ("owner_id") REFERENCES "catalogue_field_catalogue"("page_id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_picture" ADD CONSTRAINT "FK_32d4dcbcd1dbbcd3e9592aae00d" FOREIGN KEY ("image_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_picture" ADD CONSTRAINT "FK_794e0462785a2d153caac58086f" FOREIGN KEY ("owner_id") REFERENCES "catalogue_field_catalogue"("page_id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" ADD CONSTRAINT "FK_6caf8d12b74b4b56f0c32cbe658" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" ADD CONSTRAINT "FK_85d0495f350ade122e46fac8fb5" FOREIGN KEY ("image_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" ADD CONSTRAINT "FK_ccaa1b2e31766e4a0cf4ec2c50a" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" ADD CONSTRAINT "FK_9a6178af632b597320b0db1e70b" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" ADD CONSTRAINT "FK_24c7770d02e9cd4ef0c435cbe21" FOREIGN KEY ("page_link_id") REFERENCES "page"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" ADD CONSTRAINT "FK_9032c091bf8d75e875c319e2b58" FOREIGN KEY ("snippet_link_id") REFERENCES "catalogue_topic"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" ADD CONSTRAINT "FK_88bf34a6875d4221540f085df5a" FOREIGN KEY ("entity_link_id") REFERENCES "catalogue_topic"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_panel_catalogue" ADD CONSTRAINT "FK_358ff8fd1962a4000b088593011" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_tags" ADD CONSTRAINT "FK_e175ee057efc75743859e402e2d" FOREIGN KEY ("catalogue_field_catalogue_page_id") REFERENCES "catalogue_field_catalogue"("page_id") ON DELETE CASCADE ON UPDATE CASCADE`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_tags" ADD CONSTRAINT "FK_6d3107972d430083f2bbce0d2c6" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_snippets" ADD CONSTRAINT "FK_0954451f38e10e35e72729adf6c" FOREIGN KEY ("catalogue_field_catalogue_page_id") REFERENCES "catalogue_field_catalogue"("page_id") ON DELETE CASCADE ON UPDATE CASCADE`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_snippets" ADD CONSTRAINT "FK_470aea258f5da427e6c3af1e259" FOREIGN KEY ("catalogue_topic_id") REFERENCES "catalogue_topic"("id") ON DELETE CASCADE ON UPDATE CASCADE`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_entity_links" ADD CONSTRAINT "FK_a26ec101320d9a667f62482256b" FOREIGN KEY ("catalogue_field_catalogue_page_id") REFERENCES "catalogue_field_catalogue"("page_id") ON DELETE CASCADE ON UPDATE CASCADE`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_entity_links" ADD CONSTRAINT "FK_1af59d05ebee555eb9a4a09c7ee" FOREIGN KEY ("catalogue_topic_id") REFERENCES "catalogue_topic"("id") ON DELETE CASCADE ON UPDATE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_entity_links" DROP CONSTRAINT "FK_1af59d05ebee555eb9a4a09c7ee"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_entity_links" DROP CONSTRAINT "FK_a26ec101320d9a667f62482256b"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_snippets" DROP CONSTRAINT "FK_470aea258f5da427e6c3af1e259"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_snippets" DROP CONSTRAINT "FK_0954451f38e10e35e72729adf6c"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_tags" DROP CONSTRAINT "FK_6d3107972d430083f2bbce0d2c6"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue_tags" DROP CONSTRAINT "FK_e175ee057efc75743859e402e2d"`);
    await runner.query(`ALTER TABLE "catalogue_panel_catalogue" DROP CONSTRAINT "FK_358ff8fd1962a4000b088593011"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" DROP CONSTRAINT "FK_88bf34a6875d4221540f085df5a"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" DROP CONSTRAINT "FK_9032c091bf8d75e875c319e2b58"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" DROP CONSTRAINT "FK_24c7770d02e9cd4ef0c435cbe21"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" DROP CONSTRAINT "FK_9a6178af632b597320b0db1e70b"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" DROP CONSTRAINT "FK_ccaa1b2e31766e4a0cf4ec2c50a"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" DROP CONSTRAINT "FK_85d0495f350ade122e46fac8fb5"`);
    await runner.query(`ALTER TABLE "catalogue_field_catalogue" DROP CONSTRAINT "FK_6caf8d12b74b4b56f0c32cbe658"`);
    await runner.query(`ALTER TABLE "catalogue_picture" DROP CONSTRAINT "FK_794e0462785a2d153caac58086f"`);
    await runner.query(`ALTER TABLE "catalogue_picture" DROP CONSTRAINT "FK_32d4dcbcd1dbbcd3e9592aae00d"`);
    await runner.query(`ALTER TABLE "catalogue_walk" DROP CONSTRAINT "FK_169247ed88b640020396b03365f"`);
    await runner.query(`ALTER TABLE "catalogue_stop" DROP CONSTRAINT "FK_7704c7c197dd8a164ce8a5a0dc8"`);
    await runner.query(`ALTER TABLE "catalogue_condition_catalogue" DROP CONSTRAINT "FK_fcac93813aec028740b696ff672"`);
    await runner.query(`ALTER TABLE "catalogue_guest" DROP CONSTRAINT "FK_2182257e815063ef1e5ddb7cdaa"`);
    await runner.query(`ALTER TABLE "catalogue_catalogue_home" DROP CONSTRAINT "FK_e233e7b16c62dfaf03fd18bab92"`);
    await runner.query(`DROP TABLE "catalogue_field_catalogue_entity_links"`);
    await runner.query(`DROP TABLE "catalogue_field_catalogue_snippets"`);
    await runner.query(`DROP TABLE "catalogue_field_catalogue_tags"`);
    await runner.query(`DROP TABLE "catalogue_panel_catalogue"`);
    await runner.query(`DROP TABLE "catalogue_field_catalogue"`);
    await runner.query(`DROP TABLE "catalogue_topic"`);
    await runner.query(`DROP TABLE "catalogue_picture"`);
    await runner.query(`DROP TABLE "catalogue_walk"`);
    await runner.query(`DROP TABLE "catalogue_stop"`);
    await runner.query(`DROP TABLE "catalogue_condition_catalogue"`);
    await runner.query(`DROP TABLE "catalogue_guest"`);
    await runner.query(`DROP TABLE "catalogue_catalogue_home"`);
  }
}
