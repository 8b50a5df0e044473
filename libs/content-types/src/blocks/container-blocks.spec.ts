import { describeBlock, describeField } from '../content/describe.js';
import { allInnerNodes, innerNodes } from '../content/inner-nodes.js';
import type { Json } from '../content/json.js';
import { normaliseValue } from '../content/normalise.js';
import { SchemaWriter } from '../schema/schema-writer.js';
import { validateValue } from '../content/validate.js';
import { named, optional, type Block } from './block.js';
import { lazy, list, stream, struct, type ListItem } from './container-blocks.js';
import { integer, longText, richText, text } from './core-blocks.js';

interface Reply {
  readonly text: string;
  readonly answer: Reply | null;
  readonly more: readonly ListItem<Reply>[];
}

const reply: Block<Reply> = struct({
  text: text({ maxLength: 5 }),
  answer: optional(lazy(() => reply)),
  more: optional(list(lazy(() => reply))),
});
const node = named('reply', reply);

describe('a block that holds itself', () => {
  const item = (value: Json): Json => ({ id: '1', type: 'item', value });
  const of = (words: string, rest: { answer?: Json; more?: Json } = {}): Json => ({
    text: words,
    answer: null,
    more: [],
    ...rest,
  });

  it('has no further ones inside until somebody fills them in', () => {
    expect(normaliseValue(node, undefined)).toEqual(of(''));
  });

  it('is checked at every depth', () => {
    const value = of('one', { answer: of('two', { more: [item(of('far too long'))] }) });
    const errors = validateValue(node, value, { tier: 'publish' });
    expect(errors).toEqual([
      { path: '/answer/more/0/value/text', code: 'maxLength', message: 'At most 5 characters.' },
    ]);
  });

  it('is described once, and again by where it is', () => {
    const descriptor = describeBlock(node);
    const outer = JSON.stringify(descriptor);
    expect(outer.length).toBeLessThan(10_000);
    const [, answer, more] = descriptor.options['fields'] as ReturnType<typeof describeBlock>[];
    expect(answer).toMatchObject({ name: 'answer', kind: 'struct', required: false, repeats: 1, options: {} });
    expect((more!.options['item'] as typeof answer)!).toMatchObject({ name: 'item', kind: 'struct', repeats: 2 });
  });

  it('has a finite schema and a finite list of nodes', () => {
    for (const form of ['stored', 'delivered'] as const) {
      const writer = new SchemaWriter(form, '#/$defs/');
      expect(JSON.stringify(writer.of(node))).toContain('"$ref":"#/$defs/ReplyAnswer"');
      expect(JSON.stringify(writer.components)).toContain('"$ref":"#/$defs/ReplyAnswer"');
    }
    expect(allInnerNodes(node).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['text', 'answer', 'more', 'item']),
    );
    expect(innerNodes(node).map(({ name }) => name)).toEqual(['text', 'answer', 'more']);
  });
});

describe('a struct', () => {
  const fields = { text: longText(), by: optional(text()), anchor: optional(text()) };

  it('tells the editor how its members are arranged; what no panel names follows', () => {
    const quote = struct(fields, { panels: [{ row: ['by'] }], settings: ['anchor'] });
    expect(describeField(named('quote', quote)).options).toMatchObject({
      panels: [{ row: ['by'] }, { field: 'text' }],
      settings: ['anchor'],
    });
    expect(describeField(named('plain', struct(fields))).options).not.toHaveProperty('panels');
  });

  const span = struct(
    { from: integer(), to: integer() },
    {
      validate: ({ from, to }) => (from! > to! ? { to: 'Ends before it begins.' } : null),
      computed: { length: ({ from, to }) => to! - from! },
    },
  );
  const errors = (value: Json) => validateValue(named('span', span), value, { tier: 'publish', path: ['span'] });

  it('has rules of its own, which name the member', () => {
    expect(errors({ from: 1, to: 2 })).toEqual([]);
    expect(errors({ from: 3, to: 2 })).toEqual([
      { path: '/span/to', code: 'invalid', message: 'Ends before it begins.' },
    ]);
  });

  it('is asked about the whole only when all members are right', () => {
    expect(errors({ from: 'x', to: 2 }).map(({ path }) => path)).toEqual(['/span/from']);
  });

  it('prints computed members beside its own', () => {
    const { kind, options } = named('span', span);
    const represent = { child: (_: unknown, value: Json) => value, exists: () => true, lookup: () => null };
    expect(kind.represent?.({ from: 2, to: 5 }, options, represent)).toEqual({ from: 2, to: 5, length: 3 });
  });

  it('does not compute what it stores', () => {
    expect(() => struct({ a: text() }, { computed: { a: () => 1 } })).toThrow(/computes “a”/);
  });
});

describe('descriptors of blocks', () => {
  it('carry what the picker and the controls need', () => {
    const body = stream(
      {
        lead: text({ rows: 3, icon: 'pen', group: 'Text', description: 'Begins.', previewValue: () => 'Once' }),
        rich: richText(),
      },
      { collapsed: true, counts: { lead: { max: 1 } } },
    );
    const { options } = describeField(body.node);
    expect(options).toMatchObject({ collapsed: true, counts: { lead: { max: 1 } } });
    expect((options['blocks'] as unknown[])[0]).toMatchObject({
      icon: 'pen', group: 'Text', description: 'Begins.', previewValue: 'Once', options: { rows: 3 },
    }); // prettier-ignore
  });
});
