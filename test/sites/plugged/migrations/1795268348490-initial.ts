import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795268348490 implements MigrationInterface {
  name = 'Initial1795268348490';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "plugged_start_page" ("page_id" integer NOT NULL, "welcome" text NOT NULL DEFAULT '', CONSTRAINT "PK_ee04373929a8ee419a0b9c06a06" PRIMARY KEY ("page_id"))`);
    await runner.query(`ALTER TABLE "plugged_start_page" ADD CONSTRAINT "FK_ee04373929a8ee419a0b9c06a06" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "plugged_start_page" DROP CONSTRAINT "FK_ee04373929a8ee419a0b9c06a06"`);
    await runner.query(`DROP TABLE "plugged_start_page"`);
  }
}
