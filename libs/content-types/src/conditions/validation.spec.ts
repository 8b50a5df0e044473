import { named, namedAll, optional, type Block, type Blocks } from '../blocks/block.js';
import { list, stream, struct } from '../blocks/container-blocks.js';
import { integer, longText, text } from '../blocks/core-blocks.js';
import { collectReferences, collectSearchText } from '../content/collect.js';
import type { Json, JsonObject } from '../content/json.js';
import { KnownValues } from '../content/known-values.js';
import { validateFields, type ValidationTier } from '../content/validate.js';
import type { PanelDeclaration } from '../declare/type-declaration.js';
import { defineFieldKind, type NodeOptions } from '../kinds/field-kind.js';
import { outermost } from './scope.js';

/** Fields beside each other, as the values of one page are. */
function form(fields: Blocks, panels: readonly PanelDeclaration[] = []) {
  const nodes = namedAll(fields);
  return (values: JsonObject, tier: ValidationTier = 'publish', before?: JsonObject) => {
    const stored = new KnownValues();
    for (const node of nodes) if (before) stored.add(node, before[node.name] ?? null);
    return validateFields({ nodes, values, panels }, { tier, stored }).map(({ path, code }) => `${path} ${code}`);
  };
}

const talk = { field: 'kind', is: 'talk' };

describe('a value with a condition', () => {
  const check = form({ kind: optional(text()), speaker: text({ maxLength: 5, showWhen: talk }) });

  it('is required while it is shown', () => {
    expect(check({ kind: 'talk', speaker: '' })).toEqual(['/speaker required']);
  });

  it('is not required while it is hidden', () => {
    expect(check({ kind: 'walk', speaker: '' })).toEqual([]);
  });

  it('cannot be given while it is hidden', () => {
    expect(check({ kind: 'walk', speaker: 'Rosa' }, 'save')).toEqual(['/speaker hidden']);
  });

  it('stays as it was stored while it is hidden, even if it would not be valid', () => {
    expect(check({ kind: 'walk', speaker: 'Rosalind' }, 'publish', { speaker: 'Rosalind' })).toEqual([]);
  });

  it('may be emptied while it is hidden', () => {
    expect(check({ kind: 'walk', speaker: '' }, 'publish', { speaker: 'Rosa' })).toEqual([]);
  });

  it('may have its default while it is hidden', () => {
    const count = form({ kind: optional(text()), seats: integer({ default: 30, showWhen: talk }) });
    expect(count({ kind: 'walk', seats: 30 })).toEqual([]);
    expect(count({ kind: 'walk', seats: 31 })).toEqual(['/seats hidden']);
  });
});

describe('a condition on being required', () => {
  const check = form({ kind: optional(text()), speaker: optional(text({ requireWhen: talk })) });

  it('asks for the value before publishing while it holds', () => {
    expect(check({ kind: 'talk', speaker: '' })).toEqual(['/speaker required']);
    expect(check({ kind: 'walk', speaker: '' })).toEqual([]);
  });

  it('never asks for it in a draft', () => {
    expect(check({ kind: 'talk', speaker: '' }, 'save')).toEqual([]);
  });

  it('asks for nothing that is hidden', () => {
    const hidden = form({
      kind: optional(text()),
      speaker: text({ requireWhen: talk, showWhen: { field: 'kind', is: 'walk' } }),
    });
    expect(hidden({ kind: 'talk', speaker: '' })).toEqual([]);
  });
});

describe('a panel with a condition', () => {
  const check = form({ kind: optional(text()), speaker: text(), room: text(), time: text() }, [
    { heading: 'Talk', showWhen: talk, fields: ['speaker', { row: ['room'] }] },
    'time',
  ]);

  it('hides the fields in it and no other', () => {
    expect(check({ kind: 'walk', speaker: '', room: '', time: '' })).toEqual(['/time required']);
    expect(check({ kind: 'talk', speaker: '', room: '', time: 'x' })).toEqual(['/speaker required', '/room required']);
  });

  it('hides them inside an inner panel that is shown', () => {
    const inner = form({ kind: optional(text()), room: text() }, [
      { heading: 'Talk', showWhen: talk, fields: [{ heading: 'Where', fields: ['room'] }] },
    ]);
    expect(inner({ kind: 'walk', room: '' })).toEqual([]);
  });
});

describe('conditions inside containers', () => {
  const card = struct({
    style: optional(text()),
    caption: text({ showWhen: { field: 'style', is: 'wide' } }),
    note: text({ showWhen: { field: '../kind', is: 'talk' } }),
  });
  const check = form({ kind: optional(text()), card });

  it('look at the members beside, and with ../ at the container around', () => {
    expect(check({ kind: 'walk', card: { style: 'narrow', caption: '', note: '' } })).toEqual([]);
    expect(check({ kind: 'talk', card: { style: 'wide', caption: '', note: '' } })).toEqual([
      '/card/caption required',
      '/card/note required',
    ]);
  });

  it('look through streams and lists', () => {
    const body = form({ kind: optional(text()), body: stream({ cards: list(card) }) });
    const value = (style: string): Json => [
      {
        type: 'cards',
        id: '1',
        value: [{ type: 'item', id: '2', value: { style, caption: '', note: '' } }],
      },
    ];
    expect(body({ kind: 'walk', body: value('narrow') })).toEqual([]);
    expect(body({ kind: 'talk', body: value('narrow') })).toEqual(['/body/0/value/0/value/note required']);
  });

  it('hide everything inside a hidden container', () => {
    const outer = form({
      kind: optional(text()),
      card: { ...card, options: { ...card.options, showWhen: talk } } as Block,
    });
    const empty = { style: '', caption: '', note: '' };
    expect(outer({ kind: 'walk', card: empty })).toEqual([]);
    expect(outer({ kind: 'walk', card: { ...empty, style: 'wide' } })).toEqual(['/card hidden']);
    expect(
      outer({ kind: 'walk', card: { ...empty, style: 'wide' } }, 'save', { card: { ...empty, style: 'wide' } }),
    ).toEqual([]);
  });
});

describe('a hidden value', () => {
  const pointer = defineFieldKind<NodeOptions>({
    name: 'pointer',
    emptyValue: () => null,
    jsonSchema: () => ({}),
    references: (value) => [{ targetType: 'page', id: Number(value) }],
  });
  const card = named(
    'card',
    struct({
      kind: text(),
      secret: longText({ showWhen: talk }),
      page: { kind: pointer, options: { showWhen: talk } } as unknown as Block,
    }),
  );

  it('is not found by search', () => {
    expect(collectSearchText(card, { kind: 'talk', secret: 'rose', page: null })).toBe('talk rose');
    expect(collectSearchText(card, { kind: 'walk', secret: 'rose', page: null })).toBe('walk');
  });

  it('is not found by search when values beside the field hide it', () => {
    const node = named('secret', longText({ showWhen: talk }));
    const scope = outermost({ nodes: [node], values: { kind: 'walk', secret: 'rose' } });
    expect(collectSearchText(node, 'rose', scope)).toBe('');
  });

  it('still points at what it points at', () => {
    expect(collectReferences(card, { kind: 'walk', secret: '', page: 7 })).toMatchObject([{ id: 7, pointer: '/page' }]);
  });
});

describe('a rule of one’s own', () => {
  const check = form({
    n: integer({ min: 0, validate: (value) => (Number(value) % 2 ? 'Give an even number.' : null) }),
  });

  it('is asked about values that satisfy all others', () => {
    expect(check({ n: 3 })).toEqual(['/n validate']);
    expect(check({ n: -3 })).toEqual(['/n minimum']);
    expect(check({ n: 4 })).toEqual([]);
  });

  it('is not asked about nothing', () => {
    expect(check({ n: null }, 'save')).toEqual([]);
  });
});
