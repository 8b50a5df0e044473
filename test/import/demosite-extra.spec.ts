import { demosite } from '../sites/demosite/index.js';
import { storedPairs, tyingPairs } from './support/links.js';
import { describeImport } from './support/no-loss.js';

describeImport(
  demosite,
  [
    ['demosite', 'fixture.json'],
    ['demosite-extra', 'fixture.extra.json'],
  ],
  (imported) => {
    it('keeps the tags of images and documents', async () => {
      const { database, of } = imported();
      const tagged = (model: string) =>
        of('taggit.taggeditem').filter(({ fields }) => (fields['content_type'] as string[])[1] === model);
      expect(await storedPairs(database, 'image_tags')).toEqual(tyingPairs(tagged('image'), 'object_id', 'tag'));
      expect(await storedPairs(database, 'document_tags')).toEqual(tyingPairs(tagged('document'), 'object_id', 'tag'));
    });

    it('keeps restrictions, their passwords only as a hash', async () => {
      const rows: Record<string, unknown>[] = await imported().database.query(
        `SELECT kind, target_id, restriction, password_hash, (SELECT array_agg(name) FROM view_restriction_group m
            JOIN user_group g ON g.id = m.group_id WHERE m.view_restriction_id = r.id) AS groups
           FROM view_restriction r ORDER BY kind, target_id`,
      );
      const exported = (['collection', 'page'] as const).flatMap((kind) =>
        imported()
          .of(`wagtailcore.${kind}viewrestriction`)
          .sort((a, b) => Number(a.fields[kind]) - Number(b.fields[kind]))
          .map(({ fields }) => ({
            kind,
            target_id: fields[kind],
            restriction: fields['restriction_type'],
            password_hash: fields['restriction_type'] === 'password' ? expect.stringMatching(/^\$argon2id\$/) : null,
            groups: (fields['groups'] as string[][]).length > 0 ? (fields['groups'] as string[][]).flat() : null,
          })),
      );
      expect(rows).toEqual(exported);
    });
  },
);
