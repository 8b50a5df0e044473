import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReferenceKeys1795276381001 implements MigrationInterface {
  name = 'ReferenceKeys1795276381001';
  after = ['SchedulesAndWorkers1795276272686'];
  named = ['reference_source', 'reference_target'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "reference" ADD "source_key" text`);
    await runner.query(`ALTER TABLE "reference" ADD "target_key" text`);
    await runner.query(`ALTER TABLE "reference" ALTER COLUMN "source_id" DROP NOT NULL`);
    await runner.query(`ALTER TABLE "reference" ALTER COLUMN "target_id" DROP NOT NULL`);
    await runner.query(`CREATE INDEX "IDX_f2c14da3a5138ab62d98a33c56" ON "reference"  ("target_type", "target_key") WHERE target_key IS NOT NULL`);
    await runner.query(`CREATE INDEX "IDX_5c588530d023ffd70c1e5da8f1" ON "reference"  ("source_type", "source_key") WHERE source_key IS NOT NULL`);
    await runner.query(`ALTER TABLE "reference" ADD CONSTRAINT "reference_target" CHECK (num_nonnulls(target_id, target_key) = 1)`);
    await runner.query(`ALTER TABLE "reference" ADD CONSTRAINT "reference_source" CHECK (num_nonnulls(source_id, source_key) = 1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Before, rows with other keys were not in the index.
    await runner.query(`DELETE FROM "reference" WHERE "source_key" IS NOT NULL OR "target_key" IS NOT NULL`);
    await runner.query(`ALTER TABLE "reference" DROP CONSTRAINT "reference_source"`);
    await runner.query(`ALTER TABLE "reference" DROP CONSTRAINT "reference_target"`);
    await runner.query(`DROP INDEX "public"."IDX_5c588530d023ffd70c1e5da8f1"`);
    await runner.query(`DROP INDEX "public"."IDX_f2c14da3a5138ab62d98a33c56"`);
    await runner.query(`ALTER TABLE "reference" ALTER COLUMN "target_id" SET NOT NULL`);
    await runner.query(`ALTER TABLE "reference" ALTER COLUMN "source_id" SET NOT NULL`);
    await runner.query(`ALTER TABLE "reference" DROP COLUMN "target_key"`);
    await runner.query(`ALTER TABLE "reference" DROP COLUMN "source_key"`);
  }
}
