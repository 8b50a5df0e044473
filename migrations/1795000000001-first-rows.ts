import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows every installation needs: the roots of the trees and a default language. The audit log becomes immutable. */
export class FirstRows1795000000001 implements MigrationInterface {
  name = 'FirstRows1795000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO locale (uuid, code, name, is_default) VALUES (gen_random_uuid(), 'en', 'English', true)`,
    );
    await runner.query(
      `INSERT INTO page (id, uuid, path, sort_key, depth, type, title, draft_title, slug, url_path, locale_id)
       SELECT root.id, gen_random_uuid(), root.key || '.', root.key, 1, 'pipit.Page', root.title, root.title,
              root.slug, '/', locale.id
         FROM locale, (VALUES (1, 'a', 'Root', 'root'), (0, 't', 'Trash', 'trash')) AS root (id, key, title, slug)`,
    );
    await runner.query(`SELECT setval(pg_get_serial_sequence('page', 'id'), 1)`);
    await runner.query(
      `INSERT INTO collection (id, uuid, path, depth, name) VALUES (1, gen_random_uuid(), '1.', 1, 'Root')`,
    );
    await runner.query(`SELECT setval(pg_get_serial_sequence('collection', 'id'), 1)`);
    await runner.query(`CREATE INDEX search_entry_vector ON search_entry USING gin (vector)`);
    await runner.query(`
      CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND NEW.user_id IS NULL AND to_jsonb(NEW) - 'user_id' = to_jsonb(OLD) - 'user_id' THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'Entries of the audit log are never changed.';
      END $$`);
    await runner.query(`
      CREATE TRIGGER audit_entry_immutable BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()`);
    await runner.query(`
      CREATE TRIGGER audit_entry_untruncated BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER audit_entry_untruncated ON audit_entry`);
    await runner.query(`DROP TRIGGER audit_entry_immutable ON audit_entry`);
    await runner.query(`DROP FUNCTION refuse_audit_change()`);
    await runner.query(`DROP INDEX search_entry_vector`);
    await runner.query(`DELETE FROM collection WHERE id = 1`);
    await runner.query(`DELETE FROM page WHERE id IN (0, 1)`);
    await runner.query(`DELETE FROM locale WHERE code = 'en'`);
  }
}
