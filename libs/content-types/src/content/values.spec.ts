import { Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { named, optional, type Block } from '../blocks/block.js';
import * as containers from '../blocks/container-blocks.js';
import * as core from '../blocks/core-blocks.js';
import { EntityLinkField } from '../declare/core-fields.js';
import { fieldsOf } from '../declare/declaration-store.js';
import { KnownValues } from './known-values.js';
import { normaliseValue } from './normalise.js';
import { validateValue, type ValidationTier } from './validate.js';
import type { Json } from './json.js';

const blocks = { ...core, ...containers };
const node = (block: Block) => named('field', block);
const faults = (block: Block, value: Json | undefined, tier: ValidationTier = 'publish', stored?: KnownValues) =>
  validateValue(node(block), normaliseValue(node(block), value), { tier, path: ['fields', 'field'], stored });
const codes = (block: Block, value: Json, tier?: ValidationTier) => faults(block, value, tier).map(({ code }) => code);
const stored = (block: Block, value: Json) => normaliseValue(node(block), value);
const ID = '0193b5a0-0000-7000-8000-000000000001';

describe('values of each kind', () => {
  const decimal = blocks.decimal({ precision: 5, scale: 2, min: '-5', max: '100' });
  const good: [string, Block, Json, Json][] = [
    ['text', blocks.text({ maxLength: 4 }), 'fern', 'fern'],
    ['text of four letters beyond the first plane', blocks.text({ maxLength: 4 }), '🌿🌿🌿🌿', '🌿🌿🌿🌿'],
    ['nothing as text', optional(blocks.text()), null, ''],
    ['long text', blocks.longText(), 'a\nb', 'a\nb'],
    ['integer', blocks.integer({ min: 1 }), 1, 1],
    ['big integer within 2^53', blocks.integer({ size: 'big' }), '0000000000000012', 12],
    ['big integer beyond 2^53', blocks.integer({ size: 'big' }), '9223372036854775807', '9223372036854775807'],
    ['float', blocks.float(), 1.5, 1.5],
    ['decimal gets its decimals', decimal, '7', '7.00'],
    ['decimal loses zeros in front', decimal, '007.1', '7.10'],
    ['decimal zero has no sign', decimal, '-0.0', '0.00'],
    ['decimal below zero', decimal, '-0.5', '-0.50'],
    ['boolean', blocks.boolean(), true, true],
    ['date', blocks.date(), '2024-02-29', '2024-02-29'],
    ['empty text as date', optional(blocks.date()), ' ', null],
    ['blank text as a moment', optional(blocks.datetime()), ' ', null],
    ['blank text as a UUID', optional(blocks.uuid()), '\t', null],
    ['blank text as a choice', optional(blocks.choice({ of: ['sun', 'shade'] })), ' ', ''],
    ['time without seconds', blocks.time(), '09:30', '09:30:00'],
    ['time with microseconds', blocks.time(), '09:30:01.000001', '09:30:01.000001'],
    ['moment in another zone', blocks.datetime(), '2024-06-01T12:00:00+02:00', '2024-06-01T10:00:00.000Z'],
    ['duration in its one form', blocks.duration(), 'PT36H', 'P1DT12H'],
    ['duration backwards', blocks.duration(), '-PT0.5S', '-PT0.5S'],
    ['weeks', blocks.duration(), 'P1W', 'P7D'],
    ['choice', blocks.choice({ of: ['sun', 'shade'] }), 'sun', 'sun'],
    ['choices', blocks.choices({ of: ['sun', 'shade'] }), ['shade', 'sun'], ['shade', 'sun']],
    ['e-mail', blocks.email(), 'rose@garden.example', 'rose@garden.example'],
    ['url', blocks.url(), 'https://garden.example/a?b#c', 'https://garden.example/a?b#c'],
    ['slug', blocks.slug(), 'grüne-tomaten_2', 'grüne-tomaten_2'],
    ['uuid in lower case', blocks.uuid(), ID.toUpperCase(), ID],
    ['json that is text', blocks.json(), 'text', 'text'],
    [
      'rich text',
      blocks.richText(),
      '<p>A <b>bold</b> <a href="/steps/">step</a></p>',
      '<p>A <b>bold</b> <a href="/steps/">step</a></p>',
    ],
    [
      'missing members of a struct',
      blocks.struct({ a: blocks.text(), n: blocks.integer({ default: 3 }) }),
      { a: 'x' },
      { a: 'x', n: 3 },
    ],
    [
      'an emptied member is not given its default back',
      blocks.struct({ n: optional(blocks.integer({ default: 3 })) }),
      { n: null },
      { n: null },
    ],
    ['table', blocks.table(), { data: [['a', null]] }, { data: [['a', null]] }],
  ];
  it.each(good)('%s', (_name, block, value, expected) => {
    expect(faults(block, value)).toEqual([]);
    expect(stored(block, value)).toEqual(expected);
  });

  const bad: [string, Block, Json, string][] = [
    ['text that is too long', blocks.text({ maxLength: 4 }), 'ferns', 'maxLength'],
    ['a number as text', blocks.text(), 4, 'type'],
    ['text that misses the form of its own', blocks.regex({ pattern: '[A-Z]{2}', message: 'Two.' }), 'A', 'pattern'],
    ['a day before the first', blocks.date({ min: '2024-01-01' }), '2023-12-31', 'minimum'],
    ['a time after the last', blocks.time({ max: '18:00' }), '18:00:01', 'maximum'],
    [
      'a moment after the last',
      blocks.datetime({ max: '2024-01-01T00:00:00Z' }),
      '2024-01-01T01:30:00+01:00',
      'maximum',
    ],
    [
      'a table with a class of its own',
      blocks.table(),
      { data: [['a']], cell: [{ row: 0, col: 0, className: 'x' }] },
      'alignment',
    ],
    [
      'merged cells that leave the table',
      blocks.table(),
      { data: [['a']], mergeCells: [{ row: 0, col: 0, rowspan: 2, colspan: 1 }] },
      'merge',
    ],
    ['a table with too many rows', blocks.table({ maxRows: 1 }), { data: [['a'], ['b']] }, 'maxItems'],
    ['text that misses its pattern', blocks.text({ pattern: '[A-Z].*' }), 'fern', 'pattern'],
    ['null characters', blocks.text(), 'a\0b', 'null_character'],
    ['a fraction as integer', blocks.integer(), 1.5, 'type'],
    ['text as integer', blocks.integer(), '12', 'type'],
    ['an integer its column cannot hold', blocks.integer(), 2_147_483_648, 'maximum'],
    ['a small integer its column cannot hold', blocks.integer({ size: 'small' }), 40_000, 'maximum'],
    ['digits 8 bytes cannot hold', blocks.integer({ size: 'big' }), '9223372036854775808', 'maximum'],
    ['digits below the minimum', blocks.integer({ size: 'big', min: 0 }), '-9223372036854775807', 'minimum'],
    ['infinity', blocks.float(), Infinity, 'type'],
    ['a number as decimal', decimal, 7, 'type'],
    ['decimals that would be cut off', decimal, '7.123', 'scale'],
    ['too many digits', decimal, '1234.5', 'precision'],
    ['a decimal above its bound', decimal, '100.01', 'maximum'],
    ['0 as boolean', blocks.boolean(), 0, 'type'],
    ['a day that never was', blocks.date(), '2023-02-29', 'format'],
    ['the year 0', blocks.date(), '0000-01-01', 'format'],
    ['a number as date', blocks.date(), 20_240_101, 'type'],
    ['25 o’clock', blocks.time(), '25:00', 'pattern'],
    ['a number as moment', blocks.datetime(), 5, 'type'],
    ['a moment without a zone', blocks.datetime(), '2024-06-01T12:00:00', 'format'],
    ['a date as moment', blocks.datetime(), '2024-06-01', 'format'],
    ['a leap second', blocks.datetime(), '2016-12-31T23:59:60Z', 'format'],
    ['a duration in words', blocks.duration(), 'two days', 'duration'],
    ['a duration nobody lives through', blocks.duration(), 'P999999999999D', 'duration'],
    ['a choice not offered', blocks.choice({ of: ['sun'] }), 'rain', 'enum'],
    ['a choice twice', blocks.choices({ of: ['sun'] }), ['sun', 'sun'], 'uniqueItems'],
    ['no e-mail', blocks.email(), 'rose', 'format'],
    ['script as url', blocks.url(), 'javascript:alert(1)', 'url'],
    ['a slug with a slash', blocks.slug(), 'a/b', 'slug'],
    ['a uuid as urn', blocks.uuid(), `urn:uuid:${ID}`, 'pattern'],
    ['an object as list', blocks.list(blocks.text()), {}, 'type'],
    ['a list as text', optional(blocks.text()), [], 'type'],
    ['text as struct', blocks.struct({ a: optional(blocks.text()) }), 'text', 'type'],
    ['an unknown member', blocks.struct({ a: optional(blocks.text()) }), { a: '', b: 1 }, 'additionalProperties'],
    ['a static block with a value', blocks.staticBlock(), 'x', 'type'],
    ['an element the features leave out', blocks.richText({ features: ['bold'] }), '<p><i>x</i></p>', 'rich_text'],
    ['script', blocks.richText(), '<p>x</p><script>alert(1)</script>', 'rich_text'],
    ['an event handler', blocks.richText(), '<p onclick="alert(1)">x</p>', 'rich_text'],
    ['an event handler on an empty paragraph', blocks.richText(), '<p onclick="alert(1)"></p>', 'rich_text'],
    ['a link to script', blocks.richText(), '<p><a href="java&#10;script:alert(1)">x</a></p>', 'rich_text'],
  ];
  it.each(bad)('refuses %s', (_name, block, value, code) => {
    expect(codes(block, value)).toEqual([code]);
  });

  it('are left as they came when they are not valid', () => {
    expect(stored(decimal, '7.123')).toBe('7.123');
    expect(stored(blocks.datetime(), 5)).toBe(5);
    expect(stored(blocks.struct({ a: blocks.text() }), 'text')).toBe('text');
  });
});

describe('addresses that browsers would run or read files by', () => {
  const scripts = [
    'javascript:alert(1)', 'vbscript:msgbox(1)', 'data:text/html,<script>alert(1)</script>', 'data:image/svg+xml;base64,PHN2Zy8+',
    'file:///etc/passwd', 'blob:https://evil.example/1', 'view-source:javascript:1', 'jar:https://evil.example!/x', 'about:blank', 'livescript:1',
  ]; // prettier-ignore
  const cut = (address: string, by: string): string => address.slice(0, 4) + by + address.slice(4);
  const spellings: ((address: string) => string)[] = [
    (address) => address,
    (address) => address.toUpperCase(),
    (address) => address[0]?.toUpperCase() + address.slice(1),
    (address) => ` ${address}`,
    (address) => `\u0001\u001f${address}`,
    (address) => cut(address, '\t'),
    (address) => cut(address, '\r\n'),
  ];
  const spelt = scripts.flatMap((script) => spellings.map((spell) => spell(script)));
  const entities = (address: string): string =>
    [...address].map((sign) => `&#x${sign.codePointAt(0)?.toString(16)};`).join('');
  const inMarkup = (address: string): string[] => [
    address.replaceAll('"', '&quot;'),
    entities(address),
    address.replace(':', '&colon;').replaceAll('\t', '&Tab;').replaceAll('\n', '&NewLine;'),
  ];

  it.each<[string, (address: string) => [Block, Json][]]>([
    ['an address', (url) => [[blocks.url(), url]]],
    ['an embed', (url) => [[blocks.embed(), url]]],
    ['a link', (url) => [[blocks.link(), { type: 'url', url }]]],
    ['rich text', (url) => inMarkup(url).map((href) => [blocks.richText(), `<p><a href="${href}">x</a></p>`])],
    [
      'rich text that embeds',
      (url) => inMarkup(url).map((address) => [blocks.richText(), `<embed embedtype="media" url="${address}"/>`]),
    ],
  ])('are refused as %s, however they are spelt (E01)', (_what, values) => {
    expect(spelt.length).toBeGreaterThanOrEqual(60);
    const taken = spelt
      .flatMap((address) => values(address))
      .filter(([block, value]) => codes(block, value).length === 0);
    expect(taken.map(([, value]) => value)).toEqual([]);
  });
});

describe('emptiness', () => {
  it.each<[string, Block, Json]>([
    ['spaces', blocks.text(), '   '],
    ['no blocks', blocks.list(blocks.text(), { min: 1 }), []],
    ['an empty paragraph', blocks.richText(), '<p data-block-key="x"></p>'],
    ['null', blocks.integer(), null],
  ])('%s is nothing', (_name, block, value) => {
    expect(codes(block, value, 'publish')).toEqual(['required']);
    expect(codes(block, value, 'save')).toEqual([]);
    expect(codes(optional(block), value, 'publish')).toEqual([]);
  });

  it('leaves false and 0 alone', () => {
    expect(codes(blocks.boolean({ required: true }), false)).toEqual([]);
    expect(codes(blocks.integer({ required: true }), 0)).toEqual([]);
  });
});

describe('the two tiers', () => {
  it('ask for what is required always even in drafts', () => {
    expect(codes(blocks.text({ required: true }), '', 'save')).toEqual(['required']);
  });

  it('let a draft have too few, and never too many', () => {
    const pots = blocks.list(blocks.integer(), { min: 2, max: 2 });
    const items = (count: number): Json =>
      Array.from({ length: count }, (_, value) => ({ type: 'item', value, id: String(value) }));
    expect(codes(pots, items(1), 'save')).toEqual([]);
    expect(codes(pots, items(1), 'publish')).toEqual(['minItems']);
    expect(codes(pots, items(3), 'save')).toEqual(['maxItems']);
  });

  it('count blocks by their types', () => {
    const body = blocks.stream({ lead: blocks.text(), more: blocks.text() }, { counts: { lead: { min: 1, max: 1 } } });
    const item = (type: string): Json => ({ type, value: 'x', id: ID });
    expect(codes(body, [item('more')], 'publish')).toEqual(['too_few']);
    expect(codes(body, [item('more')], 'save')).toEqual([]);
    expect(codes(body, [item('lead'), item('lead')], 'save')).toEqual(['too_many']);
  });
});

describe('containers', () => {
  const body = blocks.stream({
    card: blocks.struct({ title: blocks.text({ maxLength: 3 }) }),
    many: blocks.list(blocks.text({ maxLength: 3 })),
    inner: blocks.stream({ word: blocks.text({ maxLength: 3 }) }),
  });

  it('name the innermost place of a fault', () => {
    const value: Json = [
      { type: 'card', value: { title: 'long' }, id: '1' },
      { type: 'many', value: [{ type: 'item', value: 'long', id: '2' }], id: '3' },
      { type: 'inner', value: [{ type: 'word', value: 'long', id: '4' }], id: '5' },
    ];
    expect(faults(body, value).map(({ path }) => path)).toEqual([
      '/fields/field/0/value/title',
      '/fields/field/1/value/0/value',
      '/fields/field/2/value/0/value',
    ]);
  });

  it('name the unknown member of a block', () => {
    const value: Json = [{ type: 'card', value: { title: 'x', 'a/b': 1 }, id: '1' }];
    expect(faults(body, value).map(({ path }) => path)).toEqual(['/fields/field/0/value/a~1b']);
  });

  it('keep blocks of unknown types untouched', () => {
    const gone: Json = [{ type: 'gone', value: { any: ['thing'] }, id: '1' }];
    expect(faults(body, gone)).toEqual([]);
    expect(stored(body, gone)).toEqual(gone);
  });

  it('give blocks without an id one, once', () => {
    const [item] = stored(body, [{ type: 'card', value: { title: 'x' } }]) as { id: string }[];
    expect(item!.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(stored(body, [item as unknown as Json])).toEqual([item]);
  });
});

describe('stored values', () => {
  const title = blocks.text({ maxLength: 3 });
  const known = (at: ReturnType<typeof node>, value: Json): KnownValues => {
    const values = new KnownValues();
    values.add(at, value);
    return values;
  };

  it('are not checked again', () => {
    const field = node(title);
    const check = (value: Json) => validateValue(field, value, { tier: 'publish', stored: known(field, 'long') });
    expect(check('long')).toEqual([]);
    expect(check('longer')).toHaveLength(1);
  });

  it('excuse the field that held them and no other', () => {
    const [one, other] = [node(blocks.text({ maxLength: 9 })), node(title)];
    expect(validateValue(other, 'long', { tier: 'save', stored: known(one, 'long') })).toHaveLength(1);
  });

  it('excuse what is missing in a draft, and not for publishing', () => {
    const field = node(blocks.text({ required: true }));
    expect(validateValue(field, '', { tier: 'save', stored: known(field, '') })).toEqual([]);
    expect(validateValue(field, '', { tier: 'publish', stored: known(field, '') })).toHaveLength(1);
  });

  it('let the members beside an undeclared one be changed', () => {
    const card = node(blocks.struct({ title: blocks.text() }));
    const values = known(card, { title: 'old', gone: 1 });
    expect(validateValue(card, { title: 'new', gone: 1 }, { tier: 'save', stored: values })).toEqual([]);
    expect(validateValue(card, { title: 'new', gone: 2 }, { tier: 'save', stored: values })).toHaveLength(1);
  });
});

describe('nothing, written as blank text', () => {
  @Entity()
  class Hut {
    @PrimaryGeneratedColumn('uuid') id!: string;
  }
  @Entity()
  class Peak {
    @PrimaryColumn('bigint') id!: string;
  }
  class Tour {
    @EntityLinkField(() => Hut) hut!: Hut | null;
    @EntityLinkField(() => Peak) peak!: Peak | null;
  }

  it.each(fieldsOf(Tour).map((field) => [field.name, field] as const))('is no %s to link to', (_name, field) => {
    for (const blank of ['', ' ', '\t']) expect(normaliseValue(field, blank)).toBeNull();
  });
});
