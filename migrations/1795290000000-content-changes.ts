import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every table the content API reads tells of its changes; the server makes the triggers, from its declarations. */
export class ContentChanges1795290000000 implements MigrationInterface {
  name = 'ContentChanges1795290000000';
  after = ['People1795289400000'];

  async up(runner: QueryRunner): Promise<void> {
    // The second argument of a trigger asks which rows changed; see `changed-rows.ts` of the delivery library. A trigger
    // that no longer fits its table must not stand in the way of a write: then the whole table counts as changed.
    await runner.query(`
      CREATE FUNCTION pipit_content_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        many boolean := true;
        shown boolean := true;
        ids text := '';
        types text := '';
      BEGIN
        IF TG_OP <> 'TRUNCATE' THEN
          BEGIN
            EXECUTE TG_ARGV[1] INTO many, shown, ids, types;
          EXCEPTION WHEN undefined_column OR undefined_table OR undefined_function OR datatype_mismatch THEN
            many := true;
          END;
        END IF;
        IF ids IS NULL THEN
          RETURN NULL;
        END IF;
        IF many OR ids !~ '^[A-Za-z0-9_,-]+$' OR length(ids) + length(coalesce(types, '')) > 7000 THEN
          PERFORM pg_notify('pipit_content', TG_TABLE_NAME || '|' || TG_ARGV[0] || '|*||*');
        ELSE
          PERFORM pg_notify('pipit_content', concat_ws('|', TG_TABLE_NAME, TG_ARGV[0],
            CASE WHEN shown THEN '+' ELSE '-' END, coalesce(types, ''), ids));
        END IF;
        RETURN NULL;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION pipit_content_changed() CASCADE`);
  }
}
