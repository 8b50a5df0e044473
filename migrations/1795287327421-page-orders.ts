import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PageOrders1795287327421 implements MigrationInterface {
  name = 'PageOrders1795287327421';
  after = ['FileVersionsAndMediaTrash1795286510992'];
  named = ['page_by_first_publication', 'page_by_title'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "page_by_title" ON "page"  ("title", "id") WHERE live`);
    await runner.query(`CREATE INDEX "page_by_first_publication" ON "page"  ("first_published_at", "id") WHERE live`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."page_by_first_publication"`);
    await runner.query(`DROP INDEX "public"."page_by_title"`);
  }
}
