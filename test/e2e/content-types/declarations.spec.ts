import {
  CharField,
  CheckFailure,
  ChildItem,
  ChildItems,
  ColourField,
  ContentTypes,
  EntityLinkField,
  EntityLinksField,
  GeoPointField,
  IntegerField,
  ItemType,
  LinkField,
  PageContent,
  PageType,
  SnippetContent,
  SnippetType,
  StreamField,
  entitiesOf,
  integer,
  list,
  stream,
  struct,
  text,
  type ValueOf,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { useWorld } from '../../support/world/world.js';

/** Problems a registry of these types starts with, as `id message`. */
function problemsOf(...types: object[]): string[] {
  const registry = new ContentTypes();
  registry.add(types);
  try {
    registry.freeze();
    return [];
  } catch (error) {
    if (!(error instanceof CheckFailure)) throw error;
    for (const { hint } of error.problems) expect(hint).not.toBe('');
    return error.problems.map(({ id, message }) => `${id} ${message}`);
  }
}

describe('mistakes in declarations stop the start', () => {
  it('names that every row has already', () => {
    @PageType({ app: 'checks' })
    class WithSlug extends PageContent {
      @CharField() slug!: string;
      @CharField() seoTitle!: string;
    }
    @SnippetType({ app: 'checks' })
    class WithVersion extends SnippetContent {
      @CharField() name!: string;
      @CharField() createdAt2!: string;
    }
    expect(problemsOf(WithSlug, WithVersion)).toEqual([
      'content-types.E001 checks.WithSlug declares a field “slug”, a name that every page has already.',
      'content-types.E001 checks.WithSlug declares a field “seoTitle”, a name that every page has already.',
    ]);
  });

  it('tabs that name what is not there, or the same twice', () => {
    @PageType({
      app: 'checks',
      tabs: { One: ['title', 'body', { row: ['gone'] }], Two: [{ heading: 'H', fields: ['body'] }] },
    })
    class Tabbed extends PageContent {
      @CharField() body!: string;
    }
    @SnippetType({ app: 'checks', tabs: { One: ['slug'] } })
    class TabbedSnippet extends SnippetContent {
      @CharField() name!: string;
    }
    expect(problemsOf(Tabbed, TabbedSnippet).map((problem) => problem.slice(0, 18))).toEqual([
      'content-types.E002',
      'content-types.E006',
      'content-types.E002',
    ]);
  });

  it('rules and rows that name types nobody registered', () => {
    @PageType({ app: 'checks' })
    class Unregistered extends PageContent {}
    @ItemType({ app: 'checks' })
    class Row extends ChildItem {
      @CharField() word!: string;
    }
    @PageType({ app: 'checks', children: () => [Unregistered] })
    class Parent extends PageContent {
      @ChildItems(() => Row) rows!: Row[];
    }
    expect(problemsOf(Parent).map((problem) => problem.slice(0, 18))).toEqual([
      'content-types.E004',
      'content-types.E003',
    ]);
    expect(problemsOf(Parent, Unregistered, Row)).toEqual([]);
  });

  it('permissions further inside than the policy looks', () => {
    const body = stream({ card: struct({ secret: text({ permission: 'garden.secrets' }) }) });
    @PageType({ app: 'checks' })
    class Guarded extends PageContent {
      @StreamField(body) body!: ValueOf<typeof body>;
      @CharField({ permission: 'garden.secrets' }) open!: string;
    }
    expect(problemsOf(Guarded)).toEqual([
      'content-types.E007 “secret” inside checks.Guarded has a permission of its own.',
    ]);
  });

  it('lists ordered by what is no column', () => {
    @SnippetType({ app: 'checks', order: ['-gone', 'name'] })
    class Ordered extends SnippetContent {
      @CharField() name!: string;
    }
    expect(problemsOf(Ordered).map((problem) => problem.slice(0, 18))).toEqual(['content-types.E008']);
  });

  it('one item class for two owners', () => {
    @ItemType({ app: 'checks' })
    class Shared extends ChildItem {
      @CharField() word!: string;
    }
    @PageType({ app: 'checks' })
    class FirstOwner extends PageContent {
      @ChildItems(() => Shared) rows!: Shared[];
    }
    @PageType({ app: 'checks' })
    class SecondOwner extends PageContent {
      @ChildItems(() => Shared) rows!: Shared[];
    }
    expect(() => entitiesOf([FirstOwner, SecondOwner])).toThrow(
      'belongs to checks.FirstOwner and to checks.SecondOwner',
    );
  });

  it('a type that comes late, and two of one name', () => {
    @PageType({ app: 'checks', name: 'Twin' })
    class One extends PageContent {}
    @PageType({ app: 'checks', name: 'Twin' })
    class Other extends PageContent {}
    expect(problemsOf(One, One, Other)).toEqual([
      'content-types.E013 Two types are called checks.Twin: One and Other.',
    ]);
    const registry = new ContentTypes();
    registry.add([One, One]);
    registry.freeze();
    expect(() => registry.add([Other])).toThrow('registered after the start');
  });
});

const narrowed = stream({ heading: text(), pots: list(struct({ size: integer() })) });

class Narrow {
  readonly only = 'this';
}

describe('what the compiler knows', () => {
  it('refuses properties of the wrong type, and tabs that name nothing', () => {
    // @ts-expect-error: the tab names a field the class does not have
    @PageType<Typed>({ app: 'compile', tabs: { Content: ['nothing'] } })
    class Typed extends PageContent {
      // @ts-expect-error: a line of text is no number
      @CharField() words!: number;
      // @ts-expect-error: a number may be missing, and is no text
      @IntegerField() count!: string;
      // @ts-expect-error: a colour is text and never null
      @ColourField() colour!: string[];
      // @ts-expect-error: a place has two numbers
      @GeoPointField() place!: { lat: number; lng: string } | null;
      // @ts-expect-error: a link is an object
      @LinkField() link!: string;
      // @ts-expect-error: the linked class is another one
      @EntityLinkField(() => Typed) linked!: Relation<Narrow> | null;
      // @ts-expect-error: several are a list
      @EntityLinksField(() => Typed) several!: Typed | null;
      // @ts-expect-error: another stream's value
      @StreamField(narrowed) other!: { id: string; type: 'nothing'; value: null }[];
      @StreamField(narrowed) body!: ValueOf<typeof narrowed>;
    }
    expect(Typed.name).toBe('Typed');
  });

  it('narrows blocks by their type', () => {
    type Item = ValueOf<typeof narrowed>[number];
    const sizeOf = (item: Item): number => {
      if (item.type === 'heading') return item.value.length;
      // @ts-expect-error: a list of pots has no such method
      void (() => item.value.toUpperCase());
      return item.value[0]?.value.size ?? 0;
    };
    expect(sizeOf({ id: '1', type: 'heading', value: 'abc' })).toBe(3);
    expect(sizeOf({ id: '1', type: 'pots', value: [{ id: '2', type: 'item', value: { size: 7 } }] })).toBe(7);
  });
});

describe('what the editor learns of types', () => {
  const world = useWorld();

  it('lists them with what the person may create', async () => {
    const admin = await world().admin();
    const { items } = (await admin.get('/content-types')).body;
    const creatable = Object.fromEntries(
      items.map((item: { name: string; can: { create: boolean } }) => [item.name, item.can.create]),
    );
    expect(creatable).toEqual({
      'garden.Almanac': false, 'garden.Bed': true, 'garden.EveryKind': true, 'garden.Home': true, 'garden.Plant': true,
      'garden.Visit': true, 'garden.Family': true, 'garden.Grower': true,
    }); // prettier-ignore
    const nobody = await world().person([]);
    const seen = (await nobody.get('/content-types')).body.items;
    expect(seen.every((item: { can: { create: boolean } }) => !item.can.create)).toBe(true);
  });

  it('describes every field once in the tabs, with base fields in front', async () => {
    const type = (await (await world().admin()).get('/content-types/garden.Plant')).body;
    expect(type).toMatchObject({ category: 'page', label: 'Plant', labelPlural: 'Plants', titleField: 'title' });
    expect(type.rules).toEqual({
      parents: ['garden.Home', 'garden.Bed'],
      children: [],
      maxCount: null,
      maxCountPerParent: null,
      creatable: true,
    });
    expect(type.tabs.map((tab: { name: string }) => tab.name)).toEqual(['Content', 'Search and sharing', 'Settings']);
    expect(type.tabs[0].panels.slice(0, 5)).toEqual([
      { field: 'title' },
      { field: 'slug' },
      { field: 'latin' },
      { row: ['height', 'planted'] },
      { heading: 'Care', panels: [{ field: 'care' }, { field: 'steps' }] },
    ]);
    const names = type.fields.map((field: { name: string }) => field.name);
    const placed = [...JSON.stringify(type.tabs).matchAll(/"(\w+)"/g)].map((match) => match[1]!);
    expect(placed.filter((name) => names.includes(name)).sort()).toEqual([...names].sort());
    const field = (name: string) => type.fields.find((one: { name: string }) => one.name === name);
    expect(field('height')).toMatchObject({
      kind: 'integer',
      required: false,
      defaultValue: 30,
      options: { min: 0, max: 9000 },
    });
    expect(field('latin')).toMatchObject({ required: 'to-publish', defaultValue: '' });
    expect(field('stamp')).toMatchObject({ readOnly: true });
    expect(field('formerBed').options).toEqual({ types: ['garden.Bed'], root: false });
    expect(field('steps').options.item.fields[1]).toMatchObject({
      name: 'tools',
      kind: 'childItems',
      options: { max: 5 },
    });
  });

  it('describes blocks of every kind, however deep', async () => {
    const type = (await (await world().admin()).get('/content-types/garden.EveryKind')).body;
    const { blocks, counts } = type.fields.find((field: { name: string }) => field.name === 'stream').options;
    expect(counts).toEqual({ heading: { max: 2 } });
    expect(blocks).toHaveLength(33);
    const nested = blocks.find((block: { name: string }) => block.name === 'nested');
    expect(nested.options.blocks[1].options.blocks[0]).toMatchObject({
      name: 'innermost',
      kind: 'char',
      options: { maxLength: 5 },
    });
    expect(blocks.every((block: object) => 'icon' in block && 'group' in block && 'description' in block)).toBe(true);
  });
});
