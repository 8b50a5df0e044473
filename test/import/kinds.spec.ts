import { kinds } from '../sites/kinds/index.js';
import { listedPairs, storedPairs, tyingPairs } from './support/links.js';
import { describeImport } from './support/no-loss.js';

describeImport(kinds, [['kinds', 'fixture.json']], (imported) => {
  it('keeps every digit of large numbers and every microsecond', async () => {
    const [row]: Record<string, string>[] = await imported().database.query(
      `SELECT (SELECT big_field::text FROM kinds_kinds_page WHERE page_id = 4) AS big,
              (SELECT datetime_field::text FROM kinds_kinds_page WHERE page_id = 6) AS moment`,
    );
    expect(row).toEqual({ big: '9007199254740993', moment: expect.stringMatching(/59\.999999/) });
  });

  it('keeps links and tags', async () => {
    const { database, of } = imported();
    expect(await storedPairs(database, 'kinds_kinds_page_topics')).toEqual(
      listedPairs(of('kinds.kindspage'), 'topics'),
    );
    expect(await storedPairs(database, 'kinds_kinds_page_tags')).toEqual(
      tyingPairs(of('kinds.kindstag'), 'content_object', 'tag'),
    );
  });

  it('keeps blocks of unknown types, and blocks without an id inside others', async () => {
    const [row]: { stream: { type: string; value: unknown }[] }[] = await imported().database.query(
      'SELECT stream FROM kinds_kinds_page WHERE page_id = 7',
    );
    expect(row!.stream).toContainEqual(expect.objectContaining({ type: 'nosuchblock', value: 'dropped' }));
    expect(row!.stream.at(-1)).toMatchObject({ type: 'inner', value: [{ type: 'text', value: 'inner without id' }] });
  });
});
