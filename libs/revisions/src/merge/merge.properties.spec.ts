import { isDeepStrictEqual } from 'node:util';
import {
  integer,
  isJsonObject,
  list,
  named,
  stream,
  struct,
  text,
  type Json,
  type JsonObject,
} from '@pipit/content-types';
import fc from 'fast-check';
import { countIds } from './items.js';
import { mergeFields, nameOf, type Choices } from './merge-fields.js';
import { joinOrders } from './order.js';

const card = struct({ title: text(), note: text(), pots: list(struct({ size: integer() })) });
const nodes = [
  named('title', text()),
  named('intro', struct({ lead: text(), credit: text() })),
  named('body', stream({ words: text(), card })),
];

/** One thing somebody does; numbers pick among what is there. */
interface Edit {
  readonly what: 'title' | 'lead' | 'credit' | 'words' | 'note' | 'size' | 'add' | 'addPot' | 'remove' | 'move';
  readonly at: number;
  readonly to: number;
}
const edit = fc.record({
  what: fc.constantFrom<Edit['what']>(
    'title', 'lead', 'credit', 'words', 'note', 'size', 'add', 'addPot', 'remove', 'move',
  ), // prettier-ignore
  at: fc.nat(20),
  to: fc.nat(20),
});
const start = fc.array(fc.constantFrom('words', 'card'), { maxLength: 7 }).map(documentOf);
const edits = fc.array(edit, { maxLength: 5 });

function documentOf(types: readonly string[]): JsonObject {
  const body = types.map((type, index) => ({
    id: `b${index}`,
    type,
    value: type === 'words' ? `w${index}` : { title: `t${index}`, note: '', pots: [pot(`b${index}p`, 1)] },
  }));
  return { title: 'T', intro: { lead: 'l', credit: 'c' }, body };
}

const copyOf = (doc: JsonObject): JsonObject => JSON.parse(JSON.stringify(doc)) as JsonObject;
const pot = (id: string, size: number): JsonObject => ({ id, type: 'item', value: { size } });

function applied(
  base: JsonObject,
  who: string,
  all: readonly Edit[],
  isMine = (_: string): boolean => true,
): JsonObject {
  const done = copyOf(base);
  all.forEach((one, index) => apply(done, `${who}${index}`, one, isMine));
  return done;
}

function apply(doc: JsonObject, mark: string, { what, at, to }: Edit, isMine: (id: string) => boolean): void {
  const body = doc['body'] as JsonObject[];
  const intro = doc['intro'] as JsonObject;
  if (what === 'title') doc['title'] = mark;
  if (what === 'lead' || what === 'credit') intro[what] = mark;
  if (what === 'add') body.splice(at % (body.length + 1), 0, { id: `new-${mark}`, type: 'words', value: mark });
  const mine = body.filter(({ id }) => isMine(String(id)));
  const item = mine[at % (mine.length || 1)];
  if (!item) return;
  const index = body.indexOf(item);
  if (what === 'remove') body.splice(index, 1);
  if (what === 'move') body.splice(to % body.length, 0, ...body.splice(index, 1));
  if (what === 'words' && item['type'] === 'words') item['value'] = mark;
  if (!isJsonObject(item['value'])) return;
  const pots = item['value']['pots'] as JsonObject[];
  if (what === 'note') item['value']['note'] = mark;
  if (what === 'addPot') pots.splice(to % (pots.length + 1), 0, pot(`pot-${mark}`, 1));
  if (what === 'size' && pots[0]) pots[0]['value'] = { size: at + 2 };
}

/** Every single value by its place, ids for positions. */
function leaves(value: Json, place = '', found = new Map<string, Json>()): Map<string, Json> {
  if (Array.isArray(value))
    value.forEach((item) => leaves(item, `${place}/${String((item as JsonObject)['id'])}`, found));
  else if (isJsonObject(value))
    Object.entries(value).forEach(([name, inner]) => leaves(inner, `${place}/${name}`, found));
  else found.set(place, value);
  return found;
}

const isEven = (id: string): boolean => Number(/\d+/.exec(id)?.[0]) % 2 === 0;

describe('merging two versions', () => {
  it('loses no update: what one side changed is there, what both left alone stays', () => {
    fc.assert(
      fc.property(start, edits, edits, (base, a, b) => {
        const [theirs, mine] = [applied(base, 'a', a), applied(base, 'b', b)];
        const { values, overlaps } = mergeFields(nodes, { base, theirs, mine });
        if (overlaps.length > 0) return;
        const [old, there, here, joined] = [base, theirs, mine, values].map((version) => leaves(version));
        for (const place of new Set([...old!.keys(), ...there!.keys(), ...here!.keys(), ...joined!.keys()])) {
          const changed = here!.get(place) !== old!.get(place) ? here! : there!;
          expect([place, joined!.get(place)]).toEqual([place, changed.get(place)]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('makes no difference which side came first', () => {
    fc.assert(
      fc.property(start, edits, edits, (base, a, b) => {
        const [theirs, mine] = [applied(base, 'a', a), applied(base, 'b', b)];
        const one = mergeFields(nodes, { base, theirs, mine });
        const other = mergeFields(nodes, { base, theirs: mine, mine: theirs });
        expect(other.overlaps.map(({ place }) => nameOf(place)).sort()).toEqual(
          one.overlaps.map(({ place }) => nameOf(place)).sort(),
        );
        if (one.overlaps.length === 0) expect(other.values).toEqual(one.values);
      }),
      { numRuns: 500 },
    );
  });

  it('makes no difference either where one removed what the other changed, and both moved things', () => {
    const base = documentOf(['words', 'words', 'words', 'card', 'words', 'words']);
    const mine = applied(base, 'b', [
      { what: 'move', at: 4, to: 0 },
      { what: 'remove', at: 10, to: 0 },
    ]);
    const theirs = applied(base, 'a', [
      { what: 'move', at: 4, to: 2 },
      { what: 'size', at: 4, to: 0 },
    ]);
    const [one, other] = [
      { theirs, mine },
      { theirs: mine, mine: theirs },
    ].map((sides) =>
      mergeFields(nodes, { base, ...sides })
        .overlaps.map(({ place }) => nameOf(place))
        .sort(),
    );
    expect(one).toEqual(['/body', '/body/b3']);
    expect(other).toEqual(one);
  });

  it('always succeeds for changes of different blocks and fields, one side moving blocks', () => {
    fc.assert(
      fc.property(start, edits, edits, (base, a, b) => {
        const notBoth = new Set(['title', 'lead']);
        const theirs = applied(
          base,
          'a',
          a.filter(({ what }) => !notBoth.has(what)),
          isEven,
        );
        const mine = applied(
          base,
          'b',
          b.filter(({ what }) => what !== 'credit' && what !== 'move'),
          (id) => !isEven(id),
        );
        expect(mergeFields(nodes, { base, theirs, mine }).overlaps).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves a version as it is when the other side changed nothing', () => {
    fc.assert(
      fc.property(start, edits, (base, a) => {
        const changed = applied(base, 'a', a);
        expect(mergeFields(nodes, { base, theirs: changed, mine: base }).values).toEqual(changed);
        expect(mergeFields(nodes, { base, theirs: base, mine: changed }).values).toEqual(changed);
        expect(mergeFields(nodes, { base, theirs: changed, mine: changed }).values).toEqual(changed);
      }),
    );
  });

  it('never repeats an id, not even of a block that both moved into other lists', () => {
    const moved = fc.record({ from: fc.nat(5), to: fc.nat(5) });
    const carry = (base: JsonObject, all: readonly { from: number; to: number }[]): JsonObject => {
      const doc = copyOf(base);
      const lists = (doc['body'] as JsonObject[]).map(({ value }) => (value as JsonObject)['pots'] as JsonObject[]);
      for (const { from, to } of all) {
        const source = lists[from % (lists.length || 1)];
        const taken = source?.splice(0, 1) ?? [];
        lists[to % (lists.length || 1)]?.push(...taken);
      }
      return doc;
    };
    const cards = fc.integer({ min: 1, max: 5 }).map((count) => documentOf(new Array<string>(count).fill('card')));
    fc.assert(
      fc.property(cards, fc.array(moved, { maxLength: 4 }), fc.array(moved, { maxLength: 4 }), (base, a, b) => {
        const { values, overlaps } = mergeFields(nodes, { base, theirs: carry(base, a), mine: carry(base, b) });
        if (overlaps.length > 0) return;
        expect([...countIds(values)].filter(([, count]) => count > 1)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('settles every overlap by a choice, and nothing else by it', () => {
    fc.assert(
      fc.property(start, edits, edits, fc.boolean(), (base, a, b, takeMine) => {
        const [theirs, mine] = [applied(base, 'a', a), applied(base, 'b', b)];
        const open = mergeFields(nodes, { base, theirs, mine });
        const side = takeMine ? 'mine' : 'theirs';
        const choices: Choices = Object.fromEntries(open.overlaps.map(({ place }) => [nameOf(place), side]));
        const settled = mergeFields(nodes, { base, theirs, mine }, choices);
        expect(settled.overlaps).toEqual([]);
        const [old, joined] = [leaves(base), leaves(settled.values)];
        const chosen = leaves(takeMine ? mine : theirs);
        for (const [place, value] of chosen) {
          if (isDeepStrictEqual(value, old.get(place))) continue;
          expect([place, joined.get(place)]).toEqual([place, value]);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('joining two orders', () => {
  const join = (base: string, theirs: string, mine: string) => {
    const ids = new Set([...theirs, ...mine]);
    const gone = [...base].filter((id) => !theirs.includes(id) || !mine.includes(id));
    const kept = new Set([...ids].filter((id) => !gone.includes(id)));
    const { order, clashes } = joinOrders({ base: [...base], theirs: [...theirs], mine: [...mine] }, kept);
    return clashes ? 'clash' : order.join('');
  };
  it.each([
    ['what one side added follows what it followed', 'ABC', 'AXBC', 'ABCY', 'AXBCY'],
    ['two additions at one place stand in one order', 'AB', 'AYB', 'AXB', 'AXYB'],
    ['runs stay together', 'AB', 'AQPB', 'AXZB', 'AQPXZB'],
    ['moves of different things both count', 'ABCDEF', 'BCDEAF', 'FABCDE', 'FBCDEA'],
    ['neighbours that changed places, and one that left', 'ABCD', 'BACD', 'ACDB', 'ACDB'],
    ['the same move twice is one', 'ABC', 'CAB', 'CAB', 'CAB'],
    ['the same move twice, and something new before it', 'ABCDE', 'XEABCD', 'EABCD', 'XEABCD'],
    ['the same thing moved to two places', 'ABCDE', 'EABCD', 'ABECD', 'clash'],
    ['what followed something removed follows what is left before it', 'ABC', 'AC', 'ABXC', 'AXC'],
  ])('%s', (_, base, theirs, mine, expected) => {
    expect(join(base, theirs, mine)).toBe(expected);
  });
});
