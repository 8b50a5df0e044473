import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents say which posters and captions they use since a former release, and each one as it is edited. Those that were
 * there before say so now, as `references:rebuild` would have them.
 */
export class ReferencesOfDocuments1795297500000 implements MigrationInterface {
  name = 'ReferencesOfDocuments1795297500000';
  after = ['ContentChangesTold1795297000000'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      WITH used AS (
        SELECT d.id AS source, 'image' AS type, d.poster_id AS target, '/posterId' AS place
          FROM document d WHERE d.poster_id IS NOT NULL
        UNION ALL
        SELECT d.id, 'document', (c.caption->>'documentId')::int, '/captions/' || c.place - 1 || '/documentId'
          FROM document d, jsonb_array_elements(d.captions) WITH ORDINALITY c (caption, place)
      )
      INSERT INTO reference (source_type, source_id, target_type, target_id, pointer, live, draft)
      SELECT 'document', source, type, target, place, true, true FROM used
       WHERE NOT EXISTS (SELECT FROM reference r WHERE r.source_type = 'document' AND r.source_id = used.source)`);
  }

  async down(): Promise<void> {
    // They are true, whichever release runs.
  }
}
