import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UploadsInParts1795288206252 implements MigrationInterface {
  name = 'UploadsInParts1795288206252';
  after = ['PageOrders1795287327421'];
  named = ['media_upload_received'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "media_upload" ("id" uuid NOT NULL, "user_id" integer NOT NULL, "file_name" character varying(255) NOT NULL, "size" bigint NOT NULL, "received" bigint NOT NULL DEFAULT '0', "parts" jsonb NOT NULL DEFAULT '[]', "writer" uuid, "is_direct" boolean NOT NULL DEFAULT false, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "media_upload_received" CHECK (received BETWEEN 0 AND size), CONSTRAINT "PK_b406d9cee56e253dfd3b3d52706" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_d2a1af43cf13d56a959ac94e0e" ON "media_upload"  ("user_id")`);
    await runner.query(`CREATE INDEX "IDX_467f8962b1a8ff35c007f51dcd" ON "media_upload"  ("expires_at")`);
    await runner.query(`ALTER TABLE "media_upload" ADD CONSTRAINT "FK_d2a1af43cf13d56a959ac94e0ee" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "media_upload" DROP CONSTRAINT "FK_d2a1af43cf13d56a959ac94e0ee"`);
    await runner.query(`DROP INDEX "public"."IDX_467f8962b1a8ff35c007f51dcd"`);
    await runner.query(`DROP INDEX "public"."IDX_d2a1af43cf13d56a959ac94e0e"`);
    await runner.query(`DROP TABLE "media_upload"`);
  }
}
