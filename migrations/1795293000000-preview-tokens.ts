import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API tokens that show drafts. */
export class PreviewTokens1795293000000 implements MigrationInterface {
  name = 'PreviewTokens1795293000000';
  after = ['Embeds1795292165942'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "api_token" ADD "preview" boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "api_token" DROP COLUMN "preview"`);
  }
}
