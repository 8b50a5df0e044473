import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures of people; permissions on the settings of one site. */
export class AvatarsAndSites1795294500000 implements MigrationInterface {
  name = 'AvatarsAndSites1795294500000';
  after = ['PreviewTokens1795293000000'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "user_avatar" ("user_id" integer NOT NULL, "name" character varying(32) NOT NULL, "bytes" bytea NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_90a1254abd9cce470f8cbea3b18" PRIMARY KEY ("user_id"))`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_4e463806afb79613141633f10b" ON "user_avatar"  ("name")`);
    await runner.query(`ALTER TABLE "user_avatar" ADD CONSTRAINT "FK_90a1254abd9cce470f8cbea3b18" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "group_permission" DROP CONSTRAINT "group_permission_scope"`);
    await runner.query(`ALTER TABLE "group_permission" ADD CONSTRAINT "group_permission_scope" CHECK ((scope_kind = 'everywhere' AND scope_id IS NULL AND scope_type IS NULL)
   OR (scope_kind IN ('page', 'collection', 'site') AND scope_id IS NOT NULL AND scope_type IS NULL)
   OR (scope_kind = 'type' AND scope_id IS NULL AND scope_type IS NOT NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "user_avatar"`);
    await runner.query(`DELETE FROM "group_permission" WHERE scope_kind = 'site'`);
    await runner.query(`ALTER TABLE "group_permission" DROP CONSTRAINT "group_permission_scope"`);
    await runner.query(`ALTER TABLE "group_permission" ADD CONSTRAINT "group_permission_scope" CHECK ((scope_kind = 'everywhere' AND scope_id IS NULL AND scope_type IS NULL)
   OR (scope_kind IN ('page', 'collection') AND scope_id IS NOT NULL AND scope_type IS NULL)
   OR (scope_kind = 'type' AND scope_id IS NULL AND scope_type IS NOT NULL))`);
  }
}
