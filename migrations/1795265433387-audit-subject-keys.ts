import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditSubjectKeys1795265433387 implements MigrationInterface {
  name = 'AuditSubjectKeys1795265433387';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "audit_entry" ADD "subject_key" text`);
    await runner.query(`CREATE INDEX "IDX_cc51c0cb49c3e7cb5f711d24fd" ON "audit_entry"  ("subject_type", "subject_key", "at") WHERE "subject_key" IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."IDX_cc51c0cb49c3e7cb5f711d24fd"`);
    await runner.query(`ALTER TABLE "audit_entry" DROP COLUMN "subject_key"`);
  }
}
