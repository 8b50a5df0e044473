import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditClients1795274552989 implements MigrationInterface {
  name = 'AuditClients1795274552989';
  after = ['AuditSubjectKeys1795265433387'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."IDX_9d18bd4a32fc0cd8ff82b12037"`);
    await runner.query(`ALTER TABLE "audit_entry" ADD "client_agent" text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "audit_entry" ADD "client_address" text NOT NULL DEFAULT ''`);
    await runner.query(`CREATE INDEX "IDX_b68dcc794cea3a97d59a0b8771" ON "audit_entry"  ("action")`);
    await runner.query(`CREATE INDEX "IDX_319760efe7c0c3781dc6e71804" ON "audit_entry"  ("request_id")`);
    await runner.query(`CREATE INDEX "IDX_bca9bbed413a3059aee206284b" ON "audit_entry"  ("at", "id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."IDX_bca9bbed413a3059aee206284b"`);
    await runner.query(`DROP INDEX "public"."IDX_319760efe7c0c3781dc6e71804"`);
    await runner.query(`DROP INDEX "public"."IDX_b68dcc794cea3a97d59a0b8771"`);
    await runner.query(`ALTER TABLE "audit_entry" DROP COLUMN "client_address"`);
    await runner.query(`ALTER TABLE "audit_entry" DROP COLUMN "client_agent"`);
    await runner.query(`CREATE INDEX "IDX_9d18bd4a32fc0cd8ff82b12037" ON "audit_entry" USING btree ("at")`);
  }
}
