import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tells the API processes what a statement changed. Each trigger has a function of its own, made by the server with the
 * trigger, so that Postgres plans its query once for each connection; this is what they share. The function of the
 * triggers before stays: processes of the former release may still run.
 */
export class ContentChangesTold1795297000000 implements MigrationInterface {
  name = 'ContentChangesTold1795297000000';
  after = ['AvatarsAndSites1795294500000'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION pipit_content_tell(place text, subject text, many boolean, shown boolean, ids text, types text)
        RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        IF many OR ids !~ '^[A-Za-z0-9_,-]+$' OR length(ids) + length(coalesce(types, '')) > 7000 THEN
          PERFORM pg_notify('pipit_content', place || '|' || subject || '|*||*');
        ELSE
          PERFORM pg_notify('pipit_content',
            concat_ws('|', place, subject, CASE WHEN shown THEN '+' ELSE '-' END, coalesce(types, ''), ids));
        END IF;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION pipit_content_tell(text, text, boolean, boolean, text, text)`);
  }
}
