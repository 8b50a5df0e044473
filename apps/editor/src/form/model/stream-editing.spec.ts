import type { Block, ContentType, Field } from '../contract';
import { type CopiedBlock, readBlocks, targetOf, writeBlocks } from './block-clipboard';
import { BlockSelection } from './block-selection';
import { startValue } from './empty-value';
import { entryPlaces, refusedAt } from './entry-places';
import { moveItems, putBack } from './list-ops';
import { getAt } from './pointer';
import { withRepeats } from './repeats';
import { summarise } from './summary';
import { findEntry, transferred } from './transfer';

const block = (name: string, kind: string, options: object = {}, more: object = {}): Block =>
  ({ name, kind, label: name, help: '', required: false, readOnly: false, defaultValue: null, options, icon: null, group: null, description: '', ...more }) as unknown as Block; // prettier-ignore
const heading = block('heading', 'char');
const level = block('level', 'choice', { choices: [{ value: 'h2', label: 'Two' }] });
const card = block('card', 'struct', { fields: [heading, level] });
const section = block('section', 'stream', { blocks: [heading, card] });
const body = block('body', 'stream', { blocks: [heading, card, section], counts: { heading: { max: 2 } } }) as Field;
const copied = (type: string, kind: string, value: unknown): CopiedBlock => ({ type, kind, label: type, value });
const entry = (id: string, type = 'heading', value: unknown = id) => ({ id, type, value });

describe('copied blocks', () => {
  it('travel as text and are told from other text', () => {
    const blocks = [copied('heading', 'char', 'One')];
    expect(readBlocks(writeBlocks(blocks))).toEqual(blocks);
    expect(readBlocks('Some words')).toBeNull();
    expect(readBlocks('{"is":"pipit/blocks/1","blocks":[{"type":1}]}')).toBeNull();
  });

  it.each([
    ['a type that is not there', copied('video', 'embed', ''), 'is no block of this list'],
    ['another kind of the same name', copied('heading', 'richText', '<p/>'), 'is something else here'],
    ['a choice nobody offers', copied('card', 'struct', { heading: 'a', level: 'h9' }), 'no choice of “level”'],
    ['a member that is not there', copied('card', 'struct', { title: 'a' }), 'there is no “title” here'],
    ['an inner block that is not there', copied('section', 'stream', [entry('a', 'video')]), 'no block “video”'],
  ])('with %s are refused with the reason', (_, block, reason) => {
    expect(refusedAt(body, [], [block])).toContain(reason);
  });

  it('fit where their type and shape do, as far as the counts allow', () => {
    const one = copied('heading', 'char', 'One');
    expect(refusedAt(body, [], [one, one])).toBeNull();
    expect(refusedAt(body, [entry('a')], [one, one])).toContain('2');
  });

  it('that were items of a list become the first block they can be', () => {
    expect(targetOf(copied('item', 'struct', { heading: 'a', level: 'h2' }), body.options.blocks!)).toBe(card);
  });
});

describe('lists of a form', () => {
  const values = { body: [entry('a'), entry('s', 'section', [entry('b'), entry('c')]), entry('d')] };

  it('are found wherever they lie', () => {
    expect(entryPlaces([body], values).map(({ pointer, label }) => `${pointer} ${label}`)).toEqual([
      '/body body',
      '/body/1/value body, section 2',
    ]);
  });

  const adapt = (item: unknown) => item;
  it('give entries to lists inside of them', () => {
    const next = transferred(values, { from: '/body', indexes: [0], to: '/body/1/value', at: 1, adapt });
    expect(getAt(next, '/body/0/value')).toEqual([entry('b'), entry('a'), entry('c')]);
    expect((next as typeof values).body.map(({ id }) => id)).toEqual(['s', 'd']);
  });

  it('take entries from lists inside of them', () => {
    const next = transferred(values, { from: '/body/1/value', indexes: [0, 1], to: '/body', at: 1, adapt });
    expect((next as typeof values).body.map(({ id }) => id)).toEqual(['a', 'b', 'c', 's', 'd']);
    expect(getAt(next, '/body/3/value')).toEqual([]);
  });

  it('tell where an entry went', () => {
    expect(findEntry(values, 'c')).toEqual({ list: '/body/1/value', index: 1 });
    expect(findEntry(values, 'x')).toBeNull();
  });
});

describe('several entries at once', () => {
  it('move together and keep their order', () => {
    expect(moveItems(['a', 'b', 'c', 'd'], [0, 2], 1)).toEqual(['b', 'a', 'c', 'd']);
    expect(moveItems(['a', 'b', 'c', 'd'], [1, 2], 0)).toEqual(['b', 'c', 'a', 'd']);
  });

  it('come back to where they were', () => {
    const taken = [
      { index: 2, item: 'c' },
      { index: 0, item: 'a' },
    ];
    expect(putBack(['b', 'd'], taken)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are chosen from the first to the last, in one list at a time', () => {
    const selection = new BlockSelection();
    selection.startAt('/body', 'b');
    selection.extendTo('/body', ['a', 'b', 'c', 'd'], 'd');
    expect([...selection.in('/body')]).toEqual(['b', 'c', 'd']);
    selection.extendTo('/body', ['a', 'b', 'c', 'd'], 'a');
    expect([...selection.in('/body')]).toEqual(['a', 'b']);
    selection.toggle('/body', 'a');
    expect([...selection.in('/body')]).toEqual(['b']);
    selection.toggle('/other', 'x');
    expect([...selection.in('/body')]).toEqual([]);
  });
});

describe('a block that contains itself', () => {
  const again = block('again', 'struct', {}, { repeats: 2 });
  const inner = block('inner', 'stream', { blocks: [heading, again] });
  const menu = block('menu', 'struct', { fields: [heading, inner] });
  const type = withRepeats({ fields: [block('body', 'stream', { blocks: [menu] })] } as unknown as ContentType);

  it('has its own members however deep it is opened', () => {
    let found = type.fields[0]!.options.blocks![0]!;
    for (let depth = 0; depth < 5; depth++) found = found.options.fields![1]!.options.blocks![1]!;
    expect(found.options.fields!.map(({ name }) => name)).toEqual(['heading', 'inner']);
  });

  it('starts with an end', () => {
    expect(startValue(type.fields[0]!.options.blocks![0]!)).toEqual({ heading: '', inner: [] });
  });
});

describe('a declared summary', () => {
  const gallery = block(
    'gallery',
    'struct',
    { fields: [heading, level] },
    { labelFormat: '{heading} ({level}){gone}' },
  );
  it('puts what members say into its words', () => {
    expect(summarise(gallery, { heading: 'Boats', level: 'h2' })).toBe('Boats (Two)');
  });
});
