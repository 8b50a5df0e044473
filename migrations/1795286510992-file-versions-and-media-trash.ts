import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FileVersionsAndMediaTrash1795286510992 implements MigrationInterface {
  name = 'FileVersionsAndMediaTrash1795286510992';
  after = ['IdempotencyKeys1795279400000'];
  named = ['media_file_version_of_one'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "media_file_version" ("id" SERIAL NOT NULL, "image_id" integer, "document_id" integer, "file_key" character varying(400) NOT NULL, "file_name" character varying(255) NOT NULL, "mime_type" character varying(127) NOT NULL, "file_size" bigint NOT NULL, "file_hash" character varying(40) NOT NULL, "facts" jsonb NOT NULL DEFAULT '{}', "replaced_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "replaced_by_id" integer, CONSTRAINT "media_file_version_of_one" CHECK (num_nonnulls(image_id, document_id) = 1), CONSTRAINT "PK_8d6211877963bbd76bc3487f878" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_eed6cdb10dbb708ccb8186df1c" ON "media_file_version"  ("image_id")`);
    await runner.query(`CREATE INDEX "IDX_5c4a20a1f409d09b3336d1d9a3" ON "media_file_version"  ("document_id")`);
    await runner.query(`CREATE INDEX "IDX_ccb57e0b57eead3373555484e1" ON "media_file_version"  ("file_key")`);
    await runner.query(`ALTER TABLE "document" ADD "version" integer NOT NULL DEFAULT '1'`);
    await runner.query(`ALTER TABLE "document" ADD "deleted_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "document" ADD "deleted_by_id" integer`);
    await runner.query(`ALTER TABLE "image" ADD "version" integer NOT NULL DEFAULT '1'`);
    await runner.query(`ALTER TABLE "image" ADD "deleted_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "image" ADD "deleted_by_id" integer`);
    await runner.query(`CREATE INDEX "IDX_37ccb09e76fd69bb62b6ce0a84" ON "document"  ("deleted_at") WHERE deleted_at IS NOT NULL`);
    await runner.query(`CREATE INDEX "IDX_1a40be508a9684aab050f8fd90" ON "image"  ("deleted_at") WHERE deleted_at IS NOT NULL`);
    await runner.query(`ALTER TABLE "document" ADD CONSTRAINT "FK_601987ec7f85950288893c2778c" FOREIGN KEY ("deleted_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "image" ADD CONSTRAINT "FK_bf3adcc4bc35b60eb89a798ee8e" FOREIGN KEY ("deleted_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "media_file_version" ADD CONSTRAINT "FK_eed6cdb10dbb708ccb8186df1cb" FOREIGN KEY ("image_id") REFERENCES "image"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "media_file_version" ADD CONSTRAINT "FK_5c4a20a1f409d09b3336d1d9a33" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "media_file_version" ADD CONSTRAINT "FK_1bad587ad60b60f680f4148123a" FOREIGN KEY ("replaced_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "media_file_version" DROP CONSTRAINT "FK_1bad587ad60b60f680f4148123a"`);
    await runner.query(`ALTER TABLE "media_file_version" DROP CONSTRAINT "FK_5c4a20a1f409d09b3336d1d9a33"`);
    await runner.query(`ALTER TABLE "media_file_version" DROP CONSTRAINT "FK_eed6cdb10dbb708ccb8186df1cb"`);
    await runner.query(`ALTER TABLE "image" DROP CONSTRAINT "FK_bf3adcc4bc35b60eb89a798ee8e"`);
    await runner.query(`ALTER TABLE "document" DROP CONSTRAINT "FK_601987ec7f85950288893c2778c"`);
    await runner.query(`DROP INDEX "public"."IDX_1a40be508a9684aab050f8fd90"`);
    await runner.query(`DROP INDEX "public"."IDX_37ccb09e76fd69bb62b6ce0a84"`);
    await runner.query(`ALTER TABLE "image" DROP COLUMN "deleted_by_id"`);
    await runner.query(`ALTER TABLE "image" DROP COLUMN "deleted_at"`);
    await runner.query(`ALTER TABLE "image" DROP COLUMN "version"`);
    await runner.query(`ALTER TABLE "document" DROP COLUMN "deleted_by_id"`);
    await runner.query(`ALTER TABLE "document" DROP COLUMN "deleted_at"`);
    await runner.query(`ALTER TABLE "document" DROP COLUMN "version"`);
    await runner.query(`DROP INDEX "public"."IDX_ccb57e0b57eead3373555484e1"`);
    await runner.query(`DROP INDEX "public"."IDX_5c4a20a1f409d09b3336d1d9a3"`);
    await runner.query(`DROP INDEX "public"."IDX_eed6cdb10dbb708ccb8186df1c"`);
    await runner.query(`DROP TABLE "media_file_version"`);
  }
}
