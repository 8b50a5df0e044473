import fc from 'fast-check';
import { named, optional, type Block } from '../blocks/block.js';
import { lazy, list, stream, struct, typedTable, type ListItem } from '../blocks/container-blocks.js';
import { boolean, choice, date, integer, json, longText, richText, table, text } from '../blocks/core-blocks.js';
import { isEmptyValue, type ContentNode } from '../kinds/field-kind.js';
import { collectReferences, collectSearchText, collectUnknownParts } from './collect.js';
import type { Json } from './json.js';
import { KnownValues } from './known-values.js';
import { CONTENT_LIMITS } from './limits.js';
import { normaliseValue } from './normalise.js';
import { validateValue } from './validate.js';
import { pointer, walk } from './walk.js';

interface Branch {
  readonly label: string;
  readonly branches: readonly ListItem<Branch>[];
}
const branch: Block<Branch> = struct({ label: text({ maxLength: 4 }), branches: optional(list(lazy(() => branch))) });
const body = stream({
  word: text({ maxLength: 5, default: 'fern' }),
  long: longText(),
  rich: richText(),
  count: integer({ min: 0 }),
  day: date(),
  light: choice({ of: ['sun', 'shade'] }),
  agreed: boolean(),
  data: json(),
  grid: table(),
  measures: typedTable({ words: text(), number: integer() }),
  card: struct({
    title: text({ required: true }),
    size: integer({ default: 3 }),
    inner: struct({ note: optional(text()) }),
  }),
  tree: branch,
  pots: list(struct({ size: integer() }), { min: 1, max: 3 }),
});
const field = named('body', body);

const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constant(null),
  fc.boolean(),
  fc.constant('2024-01-01'),
  fc.constant('<p>x</p>'),
);
const anyJson = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom('label', 'branches', 'title', 'size', 'inner', 'data', 'columns', 'rows', 'gone'),
      tie('value'),
    ),
    fc.record({ id: fc.constantFrom('1', '2', null), type: fc.constant('item'), value: tie('value') }),
  ),
})).value;
const anyBlock = fc.record({
  id: fc.uuid(),
  type: fc.constantFrom(...body.options.blocks.map(({ name }) => name), 'gone'),
  value: anyJson,
});
const anyBody = fc.array(anyBlock, { maxLength: 6 }) as fc.Arbitrary<Json[]>;

/** Whatever a value looks like, ids apart, which are made anew where there are none. */
const withoutIds = (value: Json): string =>
  JSON.stringify(value, (key, inner: unknown) => (key === 'id' ? undefined : inner));

describe('whatever somebody sends', () => {
  it('is normalised once and for all', () => {
    fc.assert(
      fc.property(anyBody, (value) => {
        const once = normaliseValue(field, value);
        expect(normaliseValue(field, once)).toEqual(once);
      }),
    );
  });

  it('can be judged, searched and looked through without an error', () => {
    fc.assert(
      fc.property(fc.oneof(anyBody, anyJson), (value) => {
        for (const tier of ['save', 'publish'] as const) validateValue(field, value, { tier });
        collectSearchText(field, value);
        collectReferences(field, value);
        collectUnknownParts(field, value);
      }),
    );
  });

  it('is visited once, each part under a place of its own', () => {
    fc.assert(
      fc.property(anyBody, (value) => {
        const places: string[] = [];
        walk(field, value, ({ path }) => places.push(pointer(path)));
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });

  it('keeps blocks of unknown types byte for byte', () => {
    const gone = (value: Json): string =>
      JSON.stringify((value as { type: string }[]).filter(({ type }) => type === 'gone'));
    fc.assert(fc.property(anyBody, (value) => expect(gone(normaliseValue(field, value))).toBe(gone(value))));
  });

  it('is accepted again once it is stored, however bad it was', () => {
    fc.assert(
      fc.property(anyBody, (value) => {
        const stored = new KnownValues();
        stored.add(field, value);
        expect(validateValue(field, value, { tier: 'save', stored })).toEqual([]);
      }),
    );
  });

  it('is not excused by what another field stored', () => {
    const other = named('other', stream({ word: text({ maxLength: 5 }) }));
    fc.assert(
      fc.property(
        fc.string({ minLength: 6 }).filter((word) => word.trim().length > 5),
        (word) => {
          const value = [{ id: '1', type: 'word', value: word }];
          const stored = new KnownValues();
          stored.add(field, value);
          expect(validateValue(other, value, { tier: 'save', stored })).not.toEqual([]);
        },
      ),
    );
  });
});

describe('a new, untouched value', () => {
  const nodes: ContentNode[] = [field, ...body.options.blocks];
  it.each(nodes.map((node) => [node.name, node] as const))('of %s can be saved', (_name, node) => {
    const value = normaliseValue(node, undefined);
    // What a declaration requires always is asked for in drafts too, and nothing else is wrong with a default.
    const faults = validateValue(node, value, { tier: 'save' }).filter(({ code }) => code !== 'required');
    expect(faults).toEqual([]);
    expect(withoutIds(normaliseValue(node, value))).toBe(withoutIds(value));
    expect(
      isEmptyValue(node, node.kind.emptyValue(node.options)) ||
        node.kind.name === 'boolean' ||
        node.kind.name === 'struct',
    ).toBe(true);
  });
});

describe('the limits', () => {
  const nested = (levels: number): Json => {
    let value: Json = { label: 'x', branches: [] };
    for (let level = 1; level < levels; level += 1)
      value = { label: 'x', branches: [{ id: '1', type: 'item', value }] };
    return [{ id: '1', type: 'tree', value }];
  };
  const codes = (value: Json) =>
    validateValue(field, normaliseValue(field, value), { tier: 'save' }).map(({ code }) => code);

  it('let blocks stand deep inside each other, and no deeper', () => {
    expect(codes(nested(15))).toEqual([]);
    expect(codes(nested(CONTENT_LIMITS.levels))).toEqual(['too_deep']);
  });

  it('are asked without recursion', () => {
    expect(codes(nested(100_000))).toEqual(['too_deep']);
    let deep: Json = [];
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(codes([{ id: '1', type: 'data', value: deep }])).toEqual(['too_deep']);
    expect(codes([{ id: '1', type: 'gone', value: deep }])).toEqual(['too_deep']);
  });

  it('bound how many values a field holds', () => {
    const words = Array.from({ length: CONTENT_LIMITS.values }, (_, index) => ({
      id: String(index),
      type: 'agreed',
      value: true,
    }));
    expect(codes(words)).toEqual(['too_large']);
    expect(codes(words.slice(0, 1000))).toEqual([]);
  });
});

describe('blocks inside themselves', () => {
  it('are searched at every depth', () => {
    const inner = { label: 'leaf', branches: [] };
    const value: Json = [
      { id: '1', type: 'tree', value: { label: 'root', branches: [{ id: '2', type: 'item', value: inner }] } },
    ];
    expect(collectSearchText(field, value)).toBe('root leaf');
  });
});
