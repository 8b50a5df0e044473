import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DemoTypes1795255406008 implements MigrationInterface {
  name = 'DemoTypes1795255406008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "demo_person" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "name" character varying(120) NOT NULL DEFAULT '', "role" character varying(120) NOT NULL DEFAULT '', "email" character varying(254) NOT NULL DEFAULT '', "website" character varying(200) NOT NULL DEFAULT '', "joined" date, "bio" text NOT NULL DEFAULT '', "portrait_id" integer, CONSTRAINT "UQ_12410433fa6a99175533165c6f3" UNIQUE ("uuid"), CONSTRAINT "PK_d5daced1f4326fbd7abbbb049fb" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "demo_category" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "name" character varying(60) NOT NULL DEFAULT '', "name_de" character varying(60) NOT NULL DEFAULT '', "slug" character varying(255) NOT NULL DEFAULT '', "colour" character varying(255) NOT NULL DEFAULT '', CONSTRAINT "UQ_4a6e6ced27a2ec8cd2db0e202a8" UNIQUE ("uuid"), CONSTRAINT "PK_0013e7c9b42428ee921dd89cb23" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "demo_opening_hours" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "owner_id" integer NOT NULL, "sort_order" integer NOT NULL DEFAULT '0', "days" character varying(255) NOT NULL DEFAULT 'daily', "opens" TIME, "closes" TIME, "note" character varying(120) NOT NULL DEFAULT '', CONSTRAINT "UQ_922036d939cb0ba25581fd85520" UNIQUE ("uuid"), CONSTRAINT "PK_fbfe6bfceab8e7e83920b667f7c" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_ee04132ea5a1682456c0b91f7b" ON "demo_opening_hours"  ("owner_id") `);
    await runner.query(
      `CREATE TABLE "demo_station_page" ("page_id" integer NOT NULL, "intro" text NOT NULL DEFAULT '', "code" character varying(3) NOT NULL DEFAULT '', "elevation" integer, "kilometre" numeric(6,3), "latitude" double precision, "longitude" double precision, "first_train" TIME, "last_train" TIME, "step_free" boolean NOT NULL DEFAULT false, "request_stop" boolean NOT NULL DEFAULT false, "facilities" jsonb NOT NULL DEFAULT '[]', "reference" uuid, "body" jsonb NOT NULL DEFAULT '[]', "picture_id" integer, CONSTRAINT "PK_e3c4c010d76cc88550a67103e30" PRIMARY KEY ("page_id"))`,
    );
    await runner.query(
      `CREATE TABLE "demo_plant_page" ("page_id" integer NOT NULL, "latin_name" character varying(120) NOT NULL DEFAULT '', "bed" character varying(12) NOT NULL DEFAULT '', "height_cm" integer, "protected_species" boolean NOT NULL DEFAULT false, "bloom_months" jsonb NOT NULL DEFAULT '[]', "planted_on" date, "lowest_elevation" integer, "highest_elevation" integer, "description" text NOT NULL DEFAULT '', "care" text NOT NULL DEFAULT '', "picture_id" integer, CONSTRAINT "PK_ac9e8b0ee68d49b0f08961c8dfa" PRIMARY KEY ("page_id"))`,
    );
    await runner.query(
      `CREATE TABLE "demo_walk_page" ("page_id" integer NOT NULL, "intro" text NOT NULL DEFAULT '', "distance" numeric(5,2), "ascent" integer, "descent" integer, "walking_time" bigint, "difficulty" character varying(255) NOT NULL DEFAULT 'easy', "seasons" jsonb NOT NULL DEFAULT '[]', "profile" jsonb, "body" jsonb NOT NULL DEFAULT '[]', "picture_id" integer, "start_id" integer, "finish_id" integer, "track_id" integer, CONSTRAINT "PK_609a7010b51da4f6ffe2ad7d074" PRIMARY KEY ("page_id"))`,
    );
    await runner.query(
      `CREATE TABLE "demo_event_page" ("page_id" integer NOT NULL, "intro" text NOT NULL DEFAULT '', "starts_at" TIMESTAMP WITH TIME ZONE, "lasts" bigint, "doors_open" TIME, "price" numeric(8,2), "places" integer, "bookable" boolean NOT NULL DEFAULT false, "booking_url" character varying(200) NOT NULL DEFAULT '', "status" character varying(255) NOT NULL DEFAULT 'open', "audiences" jsonb NOT NULL DEFAULT '[]', "body" jsonb NOT NULL DEFAULT '[]', "picture_id" integer, "place_id" integer, "host_id" integer, CONSTRAINT "PK_1866e5031c3b29bcbe73775b869" PRIMARY KEY ("page_id"))`,
    );
    await runner.query(
      `CREATE TABLE "demo_related_page" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "owner_id" integer NOT NULL, "sort_order" integer NOT NULL DEFAULT '0', "why" character varying(120) NOT NULL DEFAULT '', "page_id" integer, CONSTRAINT "UQ_29fcc2ba0f800c9389123c58cc0" UNIQUE ("uuid"), CONSTRAINT "PK_013e15868159039e8b688583b0a" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_a06cab3d0667f2972c90703aeb" ON "demo_related_page"  ("owner_id") `);
    await runner.query(
      `CREATE TABLE "demo_article_page" ("page_id" integer NOT NULL, "subtitle" character varying(200) NOT NULL DEFAULT '', "date" date, "minutes" integer, "body" jsonb NOT NULL DEFAULT '[]', "picture_id" integer, "category_id" integer, CONSTRAINT "PK_9e37f29725f2a9b3932e776331a" PRIMARY KEY ("page_id"))`,
    );
    await runner.query(
      `CREATE TABLE "demo_contact_form_field" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "owner_id" integer NOT NULL, "sort_order" integer NOT NULL DEFAULT '0', "label" character varying(120) NOT NULL DEFAULT '', "name" character varying(255) NOT NULL DEFAULT '', "kind" character varying(255) NOT NULL DEFAULT 'line', "required" boolean NOT NULL DEFAULT false, "help" text NOT NULL DEFAULT '', "options" text NOT NULL DEFAULT '', CONSTRAINT "UQ_2c61e363d94caa3de4ee2367133" UNIQUE ("uuid"), CONSTRAINT "PK_481be578b63830de7ca2a319f74" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_dc5778a1b18aa42e36f7fcc75f" ON "demo_contact_form_field"  ("owner_id") `);
    await runner.query(
      `CREATE TABLE "demo_contact_page" ("page_id" integer NOT NULL, "intro" text NOT NULL DEFAULT '', "email" character varying(254) NOT NULL DEFAULT '', "phone" character varying(40) NOT NULL DEFAULT '', "website" character varying(200) NOT NULL DEFAULT '', "address" text NOT NULL DEFAULT '', "office_opens" TIME, "office_closes" TIME, "button_label" character varying(60) NOT NULL DEFAULT '', "answered_by_id" integer, CONSTRAINT "PK_513f676d13e8268a855a4261956" PRIMARY KEY ("page_id"))`,
    );
    await runner.query(
      `CREATE TABLE "demo_home_feature" ("id" SERIAL NOT NULL, "uuid" uuid NOT NULL, "owner_id" integer NOT NULL, "sort_order" integer NOT NULL DEFAULT '0', "teaser" character varying(200) NOT NULL DEFAULT '', "page_id" integer, "picture_id" integer, CONSTRAINT "UQ_87117eef3a8a6d33a0671f7d106" UNIQUE ("uuid"), CONSTRAINT "PK_2724fbec307dc2a60e585eff8a3" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_5f9dcc99f232976ec4e53535ab" ON "demo_home_feature"  ("owner_id") `);
    await runner.query(
      `CREATE TABLE "demo_home_page" ("page_id" integer NOT NULL, "tagline" character varying(120) NOT NULL DEFAULT '', "intro" text NOT NULL DEFAULT '', "call_to_action_label" character varying(60) NOT NULL DEFAULT '', "season_opens" date, "season_closes" date, "show_line" boolean NOT NULL DEFAULT true, "body" jsonb NOT NULL DEFAULT '[]', "picture_id" integer, "call_to_action_page_id" integer, CONSTRAINT "PK_22b926a90c536aaf2316e707c49" PRIMARY KEY ("page_id"))`,
    );
    await runner.query(
      `CREATE TABLE "demo_section_page" ("page_id" integer NOT NULL, "intro" text NOT NULL DEFAULT '', "listing" character varying(255) NOT NULL DEFAULT 'cards', "page_size" integer DEFAULT '12', "body" jsonb NOT NULL DEFAULT '[]', "picture_id" integer, CONSTRAINT "PK_4e6ec6a98e9579eac8a8adec7a8" PRIMARY KEY ("page_id"))`,
    );
    await runner.query(
      `CREATE TABLE "demo_standard_page" ("page_id" integer NOT NULL, "intro" text NOT NULL DEFAULT '', "body" jsonb NOT NULL DEFAULT '[]', "aside" text NOT NULL DEFAULT '', "picture_id" integer, "contact_id" integer, CONSTRAINT "PK_609f3e096e5e2b154900a34ff73" PRIMARY KEY ("page_id"))`,
    );
    await runner.query(
      `CREATE TABLE "demo_gallery_page" ("page_id" integer NOT NULL, "intro" text NOT NULL DEFAULT '', "columns" integer DEFAULT '3', "collection_id" integer, CONSTRAINT "PK_99fc6efd815af339b2b71414258" PRIMARY KEY ("page_id"))`,
    );
    await runner.query(
      `CREATE TABLE "demo_plant_page_tags" ("demo_plant_page_page_id" integer NOT NULL, "tag_id" integer NOT NULL, CONSTRAINT "PK_7499f3be7905e1b3dc4df66491e" PRIMARY KEY ("demo_plant_page_page_id", "tag_id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_f54c9f575204a53feafd39439b" ON "demo_plant_page_tags"  ("demo_plant_page_page_id") `,
    );
    await runner.query(`CREATE INDEX "IDX_2af4eed89fddadd30280596097" ON "demo_plant_page_tags"  ("tag_id") `);
    await runner.query(
      `CREATE TABLE "demo_walk_page_tags" ("demo_walk_page_page_id" integer NOT NULL, "tag_id" integer NOT NULL, CONSTRAINT "PK_afb234f85435b76c4a0b5e58037" PRIMARY KEY ("demo_walk_page_page_id", "tag_id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_5737ba2cc84bf8ac53659cc5fe" ON "demo_walk_page_tags"  ("demo_walk_page_page_id") `,
    );
    await runner.query(`CREATE INDEX "IDX_92deb1fb340695879632d5be8b" ON "demo_walk_page_tags"  ("tag_id") `);
    await runner.query(
      `CREATE TABLE "demo_article_page_authors" ("demo_article_page_page_id" integer NOT NULL, "demo_person_id" integer NOT NULL, CONSTRAINT "PK_38409dbb39afecd0e75002bfcca" PRIMARY KEY ("demo_article_page_page_id", "demo_person_id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_74eea68976370c8bcbbe24452d" ON "demo_article_page_authors"  ("demo_article_page_page_id") `,
    );
    await runner.query(
      `CREATE INDEX "IDX_234c30e101c7931e5207856e6f" ON "demo_article_page_authors"  ("demo_person_id") `,
    );
    await runner.query(
      `CREATE TABLE "demo_article_page_tags" ("demo_article_page_page_id" integer NOT NULL, "tag_id" integer NOT NULL, CONSTRAINT "PK_b50da957bee99697984fe1dc405" PRIMARY KEY ("demo_article_page_page_id", "tag_id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_0fdca878b201935e4a5d8ca141" ON "demo_article_page_tags"  ("demo_article_page_page_id") `,
    );
    await runner.query(`CREATE INDEX "IDX_00034ad923c416e08d87ea92ba" ON "demo_article_page_tags"  ("tag_id") `);
    await runner.query(
      `ALTER TABLE "demo_person" ADD CONSTRAINT "FK_8525e31499577edff9d909c2bd7" FOREIGN KEY ("portrait_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_opening_hours" ADD CONSTRAINT "FK_ee04132ea5a1682456c0b91f7b0" FOREIGN KEY ("owner_id") REFERENCES "demo_station_page"("page_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_station_page" ADD CONSTRAINT "FK_e3c4c010d76cc88550a67103e30" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_station_page" ADD CONSTRAINT "FK_659b2a2c1215f54e1261bcc5a46" FOREIGN KEY ("picture_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_plant_page" ADD CONSTRAINT "FK_ac9e8b0ee68d49b0f08961c8dfa" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_plant_page" ADD CONSTRAINT "FK_a56df18235c0e91852e670e0dd8" FOREIGN KEY ("picture_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_walk_page" ADD CONSTRAINT "FK_609a7010b51da4f6ffe2ad7d074" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_walk_page" ADD CONSTRAINT "FK_668055b70f9f9285203de50d4d5" FOREIGN KEY ("picture_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_walk_page" ADD CONSTRAINT "FK_6a359789b7d7b94fb0a0cdd56bd" FOREIGN KEY ("start_id") REFERENCES "page"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_walk_page" ADD CONSTRAINT "FK_387a3d1e662e45b7e30a635a94b" FOREIGN KEY ("finish_id") REFERENCES "page"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_walk_page" ADD CONSTRAINT "FK_c1cc4b89d17c56468a3d474f98f" FOREIGN KEY ("track_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_event_page" ADD CONSTRAINT "FK_1866e5031c3b29bcbe73775b869" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_event_page" ADD CONSTRAINT "FK_d5acbfa0286a74dfb29e5622384" FOREIGN KEY ("picture_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_event_page" ADD CONSTRAINT "FK_9707fdaa5996403dc1843f678bb" FOREIGN KEY ("place_id") REFERENCES "page"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_event_page" ADD CONSTRAINT "FK_614abc742ea1a666179635fb034" FOREIGN KEY ("host_id") REFERENCES "demo_person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_related_page" ADD CONSTRAINT "FK_ab812985ed45475e2d8429a6d3f" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_related_page" ADD CONSTRAINT "FK_a06cab3d0667f2972c90703aeb0" FOREIGN KEY ("owner_id") REFERENCES "demo_article_page"("page_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_article_page" ADD CONSTRAINT "FK_9e37f29725f2a9b3932e776331a" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_article_page" ADD CONSTRAINT "FK_ed1309876971d016904b46522fc" FOREIGN KEY ("picture_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_article_page" ADD CONSTRAINT "FK_d7e10b7a7e15c88e5ea5ab288a7" FOREIGN KEY ("category_id") REFERENCES "demo_category"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_contact_form_field" ADD CONSTRAINT "FK_dc5778a1b18aa42e36f7fcc75fd" FOREIGN KEY ("owner_id") REFERENCES "demo_contact_page"("page_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_contact_page" ADD CONSTRAINT "FK_513f676d13e8268a855a4261956" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_contact_page" ADD CONSTRAINT "FK_48dddf36a341187c61dbd01d5dc" FOREIGN KEY ("answered_by_id") REFERENCES "demo_person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_home_feature" ADD CONSTRAINT "FK_f5dd276413cc87c1fa8008991f2" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_home_feature" ADD CONSTRAINT "FK_f1c7e662e408c918e46bd478b69" FOREIGN KEY ("picture_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_home_feature" ADD CONSTRAINT "FK_5f9dcc99f232976ec4e53535ab6" FOREIGN KEY ("owner_id") REFERENCES "demo_home_page"("page_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_home_page" ADD CONSTRAINT "FK_22b926a90c536aaf2316e707c49" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_home_page" ADD CONSTRAINT "FK_d2362b96b7d1ec035c0c0acac38" FOREIGN KEY ("picture_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_home_page" ADD CONSTRAINT "FK_f913bc71f882cd43bb1ef1121d5" FOREIGN KEY ("call_to_action_page_id") REFERENCES "page"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_section_page" ADD CONSTRAINT "FK_4e6ec6a98e9579eac8a8adec7a8" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_section_page" ADD CONSTRAINT "FK_2a9bc662c67a4d6e808808be822" FOREIGN KEY ("picture_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_standard_page" ADD CONSTRAINT "FK_609f3e096e5e2b154900a34ff73" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_standard_page" ADD CONSTRAINT "FK_fdfb8e98f0c9a9e32c762d909eb" FOREIGN KEY ("picture_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_standard_page" ADD CONSTRAINT "FK_68ff1e0a9b6ead261c4f6ee9185" FOREIGN KEY ("contact_id") REFERENCES "demo_person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_gallery_page" ADD CONSTRAINT "FK_99fc6efd815af339b2b71414258" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_gallery_page" ADD CONSTRAINT "FK_7924eb860966531f8cdb210365d" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "demo_plant_page_tags" ADD CONSTRAINT "FK_f54c9f575204a53feafd39439b7" FOREIGN KEY ("demo_plant_page_page_id") REFERENCES "demo_plant_page"("page_id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "demo_plant_page_tags" ADD CONSTRAINT "FK_2af4eed89fddadd302805960976" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "demo_walk_page_tags" ADD CONSTRAINT "FK_5737ba2cc84bf8ac53659cc5fea" FOREIGN KEY ("demo_walk_page_page_id") REFERENCES "demo_walk_page"("page_id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "demo_walk_page_tags" ADD CONSTRAINT "FK_92deb1fb340695879632d5be8b7" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "demo_article_page_authors" ADD CONSTRAINT "FK_74eea68976370c8bcbbe24452de" FOREIGN KEY ("demo_article_page_page_id") REFERENCES "demo_article_page"("page_id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "demo_article_page_authors" ADD CONSTRAINT "FK_234c30e101c7931e5207856e6f0" FOREIGN KEY ("demo_person_id") REFERENCES "demo_person"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "demo_article_page_tags" ADD CONSTRAINT "FK_0fdca878b201935e4a5d8ca141a" FOREIGN KEY ("demo_article_page_page_id") REFERENCES "demo_article_page"("page_id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "demo_article_page_tags" ADD CONSTRAINT "FK_00034ad923c416e08d87ea92ba0" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "demo_article_page_tags" DROP CONSTRAINT "FK_00034ad923c416e08d87ea92ba0"`);
    await runner.query(`ALTER TABLE "demo_article_page_tags" DROP CONSTRAINT "FK_0fdca878b201935e4a5d8ca141a"`);
    await runner.query(`ALTER TABLE "demo_article_page_authors" DROP CONSTRAINT "FK_234c30e101c7931e5207856e6f0"`);
    await runner.query(`ALTER TABLE "demo_article_page_authors" DROP CONSTRAINT "FK_74eea68976370c8bcbbe24452de"`);
    await runner.query(`ALTER TABLE "demo_walk_page_tags" DROP CONSTRAINT "FK_92deb1fb340695879632d5be8b7"`);
    await runner.query(`ALTER TABLE "demo_walk_page_tags" DROP CONSTRAINT "FK_5737ba2cc84bf8ac53659cc5fea"`);
    await runner.query(`ALTER TABLE "demo_plant_page_tags" DROP CONSTRAINT "FK_2af4eed89fddadd302805960976"`);
    await runner.query(`ALTER TABLE "demo_plant_page_tags" DROP CONSTRAINT "FK_f54c9f575204a53feafd39439b7"`);
    await runner.query(`ALTER TABLE "demo_gallery_page" DROP CONSTRAINT "FK_7924eb860966531f8cdb210365d"`);
    await runner.query(`ALTER TABLE "demo_gallery_page" DROP CONSTRAINT "FK_99fc6efd815af339b2b71414258"`);
    await runner.query(`ALTER TABLE "demo_standard_page" DROP CONSTRAINT "FK_68ff1e0a9b6ead261c4f6ee9185"`);
    await runner.query(`ALTER TABLE "demo_standard_page" DROP CONSTRAINT "FK_fdfb8e98f0c9a9e32c762d909eb"`);
    await runner.query(`ALTER TABLE "demo_standard_page" DROP CONSTRAINT "FK_609f3e096e5e2b154900a34ff73"`);
    await runner.query(`ALTER TABLE "demo_section_page" DROP CONSTRAINT "FK_2a9bc662c67a4d6e808808be822"`);
    await runner.query(`ALTER TABLE "demo_section_page" DROP CONSTRAINT "FK_4e6ec6a98e9579eac8a8adec7a8"`);
    await runner.query(`ALTER TABLE "demo_home_page" DROP CONSTRAINT "FK_f913bc71f882cd43bb1ef1121d5"`);
    await runner.query(`ALTER TABLE "demo_home_page" DROP CONSTRAINT "FK_d2362b96b7d1ec035c0c0acac38"`);
    await runner.query(`ALTER TABLE "demo_home_page" DROP CONSTRAINT "FK_22b926a90c536aaf2316e707c49"`);
    await runner.query(`ALTER TABLE "demo_home_feature" DROP CONSTRAINT "FK_5f9dcc99f232976ec4e53535ab6"`);
    await runner.query(`ALTER TABLE "demo_home_feature" DROP CONSTRAINT "FK_f1c7e662e408c918e46bd478b69"`);
    await runner.query(`ALTER TABLE "demo_home_feature" DROP CONSTRAINT "FK_f5dd276413cc87c1fa8008991f2"`);
    await runner.query(`ALTER TABLE "demo_contact_page" DROP CONSTRAINT "FK_48dddf36a341187c61dbd01d5dc"`);
    await runner.query(`ALTER TABLE "demo_contact_page" DROP CONSTRAINT "FK_513f676d13e8268a855a4261956"`);
    await runner.query(`ALTER TABLE "demo_contact_form_field" DROP CONSTRAINT "FK_dc5778a1b18aa42e36f7fcc75fd"`);
    await runner.query(`ALTER TABLE "demo_article_page" DROP CONSTRAINT "FK_d7e10b7a7e15c88e5ea5ab288a7"`);
    await runner.query(`ALTER TABLE "demo_article_page" DROP CONSTRAINT "FK_ed1309876971d016904b46522fc"`);
    await runner.query(`ALTER TABLE "demo_article_page" DROP CONSTRAINT "FK_9e37f29725f2a9b3932e776331a"`);
    await runner.query(`ALTER TABLE "demo_related_page" DROP CONSTRAINT "FK_a06cab3d0667f2972c90703aeb0"`);
    await runner.query(`ALTER TABLE "demo_related_page" DROP CONSTRAINT "FK_ab812985ed45475e2d8429a6d3f"`);
    await runner.query(`ALTER TABLE "demo_event_page" DROP CONSTRAINT "FK_614abc742ea1a666179635fb034"`);
    await runner.query(`ALTER TABLE "demo_event_page" DROP CONSTRAINT "FK_9707fdaa5996403dc1843f678bb"`);
    await runner.query(`ALTER TABLE "demo_event_page" DROP CONSTRAINT "FK_d5acbfa0286a74dfb29e5622384"`);
    await runner.query(`ALTER TABLE "demo_event_page" DROP CONSTRAINT "FK_1866e5031c3b29bcbe73775b869"`);
    await runner.query(`ALTER TABLE "demo_walk_page" DROP CONSTRAINT "FK_c1cc4b89d17c56468a3d474f98f"`);
    await runner.query(`ALTER TABLE "demo_walk_page" DROP CONSTRAINT "FK_387a3d1e662e45b7e30a635a94b"`);
    await runner.query(`ALTER TABLE "demo_walk_page" DROP CONSTRAINT "FK_6a359789b7d7b94fb0a0cdd56bd"`);
    await runner.query(`ALTER TABLE "demo_walk_page" DROP CONSTRAINT "FK_668055b70f9f9285203de50d4d5"`);
    await runner.query(`ALTER TABLE "demo_walk_page" DROP CONSTRAINT "FK_609a7010b51da4f6ffe2ad7d074"`);
    await runner.query(`ALTER TABLE "demo_plant_page" DROP CONSTRAINT "FK_a56df18235c0e91852e670e0dd8"`);
    await runner.query(`ALTER TABLE "demo_plant_page" DROP CONSTRAINT "FK_ac9e8b0ee68d49b0f08961c8dfa"`);
    await runner.query(`ALTER TABLE "demo_station_page" DROP CONSTRAINT "FK_659b2a2c1215f54e1261bcc5a46"`);
    await runner.query(`ALTER TABLE "demo_station_page" DROP CONSTRAINT "FK_e3c4c010d76cc88550a67103e30"`);
    await runner.query(`ALTER TABLE "demo_opening_hours" DROP CONSTRAINT "FK_ee04132ea5a1682456c0b91f7b0"`);
    await runner.query(`ALTER TABLE "demo_person" DROP CONSTRAINT "FK_8525e31499577edff9d909c2bd7"`);
    await runner.query(`DROP TABLE "demo_article_page_tags"`);
    await runner.query(`DROP TABLE "demo_article_page_authors"`);
    await runner.query(`DROP TABLE "demo_walk_page_tags"`);
    await runner.query(`DROP TABLE "demo_plant_page_tags"`);
    await runner.query(`DROP TABLE "demo_gallery_page"`);
    await runner.query(`DROP TABLE "demo_standard_page"`);
    await runner.query(`DROP TABLE "demo_section_page"`);
    await runner.query(`DROP TABLE "demo_home_page"`);
    await runner.query(`DROP TABLE "demo_home_feature"`);
    await runner.query(`DROP TABLE "demo_contact_page"`);
    await runner.query(`DROP TABLE "demo_contact_form_field"`);
    await runner.query(`DROP TABLE "demo_article_page"`);
    await runner.query(`DROP TABLE "demo_related_page"`);
    await runner.query(`DROP TABLE "demo_event_page"`);
    await runner.query(`DROP TABLE "demo_walk_page"`);
    await runner.query(`DROP TABLE "demo_plant_page"`);
    await runner.query(`DROP TABLE "demo_station_page"`);
    await runner.query(`DROP TABLE "demo_opening_hours"`);
    await runner.query(`DROP TABLE "demo_category"`);
    await runner.query(`DROP TABLE "demo_person"`);
  }
}
