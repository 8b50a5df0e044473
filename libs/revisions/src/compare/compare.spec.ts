import { named, richText, table, text, type Json } from '@pipit/content-types';
import fc from 'fast-check';
import { Comparison } from './differences.js';
import { richTextDifference } from './rich-text.js';
import { steps } from './sequence.js';
import { textRuns, type Run } from './words.js';

const shown = (runs: readonly Run[]): string =>
  runs.map(({ op, text: words }) => (op === 'equal' ? words : op === 'insert' ? `+${words}+` : `-${words}-`)).join('');

describe('words that differ', () => {
  it.each([
    [
      'Meet the keepers who kept it.',
      'Meet the eleven people who kept it.',
      'Meet the -keepers-+eleven people+ who kept it.',
    ],
    ['', 'New', '+New+'],
    ['Plan your visit', 'Plan your visit today', 'Plan your visit+ today+'],
    ['Same', 'Same', 'Same'],
    ['two old words here', 'three new words here', '-two old-+three new+ words here'],
    ['海は静かだ', '海は荒い', '海は-静かだ-+荒い+'],
  ])('%s → %s', (before, after, expected) => {
    expect(shown(textRuns(before, after))).toBe(expected);
  });

  it('make both texts again', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', ' ', 'tide', '.', '\n'), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = textRuns(before, after);
        const without = (op: string): string =>
          runs
            .filter((run) => run.op !== op)
            .map((run) => run.text)
            .join('');
        expect([without('insert'), without('delete')]).toEqual([before, after]);
      }),
    );
  });
});

describe('the way from one row of things to another', () => {
  it('is the shortest', () => {
    const things = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    const common = (a: string[], b: string[]): number => {
      const row = new Array<number>(b.length + 1).fill(0);
      for (const x of a) {
        let diagonal = 0;
        b.forEach((y, at) => {
          const above = row[at + 1]!;
          row[at + 1] = x === y ? diagonal + 1 : Math.max(above, row[at]!);
          diagonal = above;
        });
      }
      return row[b.length]!;
    };
    fc.assert(
      fc.property(things, things, (a, b) => {
        const found = steps(a, b, (thing) => thing);
        const kept = found.filter(({ op }) => op === 'equal').length;
        expect(kept).toBe(common(a, b));
        expect(found.filter(({ op }) => op !== 'insert').map(({ thing }) => thing)).toEqual(a);
        expect(found.filter(({ op }) => op !== 'delete').map(({ thing }) => thing)).toEqual(b);
      }),
    );
  });

  it('of long and altogether different texts is told as a whole, soon', () => {
    const long = (word: string): string => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(' ');
    const started = Date.now();
    const runs = textRuns(long('a'), long('b'));
    expect(runs.map(({ op }) => op)).toEqual(['delete', 'insert']);
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});

describe('rich text that differs', () => {
  const tell = (before: string, after: string): string[] =>
    richTextDifference(before, after).map(({ op, tag, runs, embed }) => `${op} ${tag} ${embed ?? shown(runs)}`);

  it('is told paragraph by paragraph, and word by word inside', () => {
    const before = '<h2>Tides</h2><p>The sea is calm today.</p><ul><li>one</li><li>two</li></ul>';
    const after = '<h2>Tides</h2><p>The sea is rough today.</p><p>Stay ashore.</p><ul><li>two</li></ul>';
    expect(tell(before, after)).toEqual([
      'equal h2 Tides',
      'change p The sea is -calm-+rough+ today.',
      'insert p +Stay ashore.+',
      'delete li -one-',
      'equal li two',
    ]);
  });

  it('shows words whose look or link changed', () => {
    const [block] = richTextDifference(
      '<p>See <a linktype="page" id="3">this page</a> now</p>',
      '<p>See <a linktype="page" id="4">this page</a> <b>now</b></p>',
    );
    expect(block!.runs).toEqual([
      { op: 'equal', text: 'See ' },
      { op: 'delete', text: 'this page', marks: ['a'], target: 'page:3' },
      { op: 'delete', text: ' now' },
      { op: 'insert', text: 'this page', marks: ['a'], target: 'page:4' },
      { op: 'insert', text: ' ' },
      { op: 'insert', text: 'now', marks: ['b'] },
    ]);
  });

  it('tells of embeds, and of a paragraph that became a heading', () => {
    expect(
      tell(
        '<embed embedtype="image" id="3" alt="" format="left"/>',
        '<embed embedtype="image" id="4" alt="" format="left"/>',
      ),
    ).toEqual(['insert embed image:4', 'delete embed image:3']);
    expect(richTextDifference('<p>High water</p>', '<h2>High water</h2>')).toMatchObject([
      { op: 'change', tag: 'h2', oldTag: 'p', runs: [{ op: 'equal', text: 'High water' }] },
    ]);
  });

  it('holds words and never markup', () => {
    const found = JSON.stringify(richTextDifference('<p>a &lt;b&gt; <i>c</i></p>', '<p>a &lt;b&gt; <i>d</i></p>'));
    expect(found).toContain('a <b> ');
    expect(found).not.toContain('<i>');
    expect(found).not.toContain('<p>');
  });
});

describe('fields that differ', () => {
  const comparison = new Comparison(() => null);
  const fields = (before: Record<string, Json>, after: Record<string, Json>) =>
    comparison.fields([named('title', text()), named('body', richText()), named('grid', table())], before, after);

  it('say whether something came, went or changed; what is empty on both sides is no difference', () => {
    const found = fields({ title: 'A', body: '', grid: null }, { title: '', body: '<p>x</p>' });
    expect(found.map(({ name, status }) => [name, status])).toEqual([
      ['title', 'removed'],
      ['body', 'added'],
    ]);
  });

  it('tell tables row by row, and cell by cell inside', () => {
    const data = (...rows: string[][]): Json => ({ data: rows });
    const [grid] = fields({ grid: data(['a', 'b'], ['c', 'd']) }, { grid: data(['a', 'b'], ['c', 'D'], ['e', 'f']) });
    expect(grid!.difference).toMatchObject({
      type: 'grid',
      rows: [
        { op: 'equal' },
        {
          op: 'change',
          cells: [
            [{ op: 'equal', text: 'c' }],
            [
              { op: 'delete', text: 'd' },
              { op: 'insert', text: 'D' },
            ],
          ],
        },
        { op: 'insert' },
      ],
    });
  });
});
