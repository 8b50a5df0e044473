import { readFileSync } from 'node:fs';
import { kinds } from '../sites/kinds/index.js';
import { everyBlock } from '../sites/kinds/stream.js';
import { listedPairs, storedPairs, tyingPairs } from './support/links.js';
import { describeImport } from './support/no-loss.js';

describeImport(kinds, [['kinds', 'fixture.json']], (imported) => {
  it('keeps every digit of numbers that JavaScript would round', async () => {
    const text = readFileSync(imported().exported.files[0]!, 'utf8');
    const large = [...text.matchAll(/"big_field": (\d{16,})/g)].map((match) => match[1]);
    expect(large.length).toBeGreaterThan(0);
    const rows: { digits: string }[] = await imported().database.query(
      'SELECT big_field::text AS digits FROM kinds_kinds_page WHERE big_field > 9007199254740991',
    );
    expect(rows.map((row) => row.digits)).toEqual(large);
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

  it('keeps blocks of unknown types, and blocks without an id inside others, as they are', async () => {
    const declared = new Set(everyBlock.node.options.blocks.map((block) => block.name));
    const rows: { id: number; stream: Block[] }[] = await imported().database.query(
      'SELECT page_id AS id, stream FROM kinds_kinds_page',
    );
    const stored = new Map(rows.map(({ id, stream }) => [id, stream]));
    const isOdd = (block: Block): boolean =>
      !declared.has(block.type) || JSON.stringify(block.value).includes('"type"');
    for (const { pk, fields } of imported().of('kinds.kindspage')) {
      const odd = (JSON.parse(String(fields['stream'])) as Block[]).filter(isOdd);
      expect(stored.get(pk)!.filter(isOdd)).toEqual(odd);
    }
  });
});

interface Block {
  readonly type: string;
  readonly value: unknown;
}
