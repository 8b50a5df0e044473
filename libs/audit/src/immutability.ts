/**
 * For the migration that creates `audit_entry`: entries cannot be changed or deleted by any statement. The one
 * exception is the foreign key, which empties `user_id` when an account is deleted.
 */
export const MAKE_AUDIT_IMMUTABLE = `
  CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND NEW.user_id IS NULL AND to_jsonb(NEW) - 'user_id' = to_jsonb(OLD) - 'user_id' THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Entries of the audit log are never changed.';
  END $$;
  CREATE TRIGGER audit_entry_immutable BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
  CREATE TRIGGER audit_entry_untruncated BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();`;

/** Takes {@link MAKE_AUDIT_IMMUTABLE} back, for the `down` of a migration. */
export const MAKE_AUDIT_MUTABLE = `
  DROP TRIGGER IF EXISTS audit_entry_untruncated ON audit_entry;
  DROP TRIGGER IF EXISTS audit_entry_immutable ON audit_entry;
  DROP FUNCTION IF EXISTS refuse_audit_change();`;
