import { Column, PrimaryGeneratedColumn } from 'typeorm';
import type { Block } from '../blocks/block.js';
import { lazy, list, stream, struct } from '../blocks/container-blocks.js';
import { decimal, integer, regex, text } from '../blocks/core-blocks.js';
import {
  CharField,
  ChildItems,
  ChoiceField,
  DateTimeField,
  DecimalField,
  EntityLinkField,
  EntityLinksField,
  IntegerField,
  JsonField,
  LinkField,
  MultipleChoiceField,
  StreamField,
  TextField,
  TimeField,
} from '../declare/core-fields.js';
import { ApiField } from '../declare/api-field.decorator.js';
import { declareType, type TypeOptions } from '../declare/declare-type.js';
import type { ListDeclaration } from '../declare/type-declaration.js';
import { checkTargets } from './check-targets.js';
import { ContentTypes } from './content-types.js';
import { entitiesOf } from './link-child-items.js';
import { CheckFailure } from './problem.js';

abstract class Row {
  @PrimaryGeneratedColumn() id!: number;
  @Column('integer') version!: number;
}

const type =
  (options: TypeOptions = {}, list?: ListDeclaration) =>
  (target: object): void =>
    declareType(
      target,
      { app: 'odd', ...options },
      { category: 'snippet', titleField: 'id', ...(list ? { list } : {}) },
    );

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
    return error.problems.map(({ id, message }) => `${id.replace('content-types.', '')} ${message}`);
  }
}

describe('options that could not be kept stop the start', () => {
  it('counts that count nothing, and texts longer than a column is', () => {
    const body = stream({ words: text({ maxLength: 1.5 }) }, { min: -1 });
    @type()
    class Counts extends Row {
      @CharField({ maxLength: 0 }) none!: string;
      @CharField({ maxLength: 20_000_000 }) huge!: string;
      @MultipleChoiceField({ of: ['a'], max: 0.5 }) half!: string[];
      @StreamField(body) body!: never[];
      @IntegerField({ min: -3, max: 0 }) below!: number | null;
    }
    expect(problemsOf(Counts)).toEqual([
      'E026 odd.Counts.none has maxLength 0, which counts: a whole number from 1 on.',
      'E026 odd.Counts.huge has maxLength 20,000,000; Postgres bounds a column at 10,485,760 at most.',
      'E026 odd.Counts.half has max 0.5, which counts: a whole number from 1 on.',
      'E026 odd.Counts.body has min -1, which counts: a whole number from 0 on.',
      'E026 “words” inside odd.Counts.body has maxLength 1.5, which counts: a whole number from 1 on.',
    ]);
  });

  it('numbers that their column does not hold', () => {
    const body = stream({ far: integer({ max: 5_000_000_000 }), price: decimal({ precision: 2, scale: 4 }) });
    @type()
    class Numbers extends Row {
      @IntegerField({ max: 5_000_000_000 }) far!: number | null;
      @IntegerField({ size: 'big', max: 5_000_000_000 }) fits!: number | null;
      @DecimalField({ precision: 0, scale: 0 }) none!: string | null;
      @StreamField(body) body!: never[];
      @ChoiceField({ of: ['short', 'much longer'], maxLength: 5 }) choice!: string;
    }
    expect(problemsOf(Numbers)).toEqual([
      'E026 odd.Numbers.far has max 5,000,000,000, beyond the 2,147,483,647 that its column holds.',
      'E026 odd.Numbers.none has precision 0 and scale 0, which no number can have.',
      'E026 “price” inside odd.Numbers.body has precision 2 and scale 4, which no number can have.',
      'E026 odd.Numbers.choice offers “much longer”, which is longer than the 5 characters of its column.',
    ]);
  });

  it('bounds, patterns and schemas that cannot be read', () => {
    const body = stream({ code: regex({ pattern: '[A-Z', message: 'Capital letters.' }) });
    @type()
    class Unread extends Row {
      @DateTimeField({ min: 'today', default: '2026-01-01T00:00:00Z' }) at!: Date | null;
      @TimeField({ max: '25:00' }) until!: string | null;
      @DecimalField({ precision: 6, scale: 2, min: 'cheap' }) price!: string | null;
      @StreamField(body) body!: never[];
      @JsonField({ schema: { type: 'objekt' } }) data!: null;
    }
    expect(problemsOf(Unread)).toEqual([
      expect.stringMatching(/^E026 odd\.Unread\.at has min today\. Not a valid date-time\.$/),
      expect.stringMatching(/^E026 odd\.Unread\.until has max 25:00\. /),
      expect.stringMatching(/^E026 odd\.Unread\.price has min cheap\. /),
      expect.stringMatching(
        /^E026 “code” inside odd\.Unread\.body has the pattern \[A-Z, which is no regular expression: /,
      ),
      expect.stringMatching(/^E026 odd\.Unread\.data has a schema that is no JSON Schema: /),
    ]);
  });

  it('containers that hold nothing, and what names members they do not hold', () => {
    const words = text();
    const body = stream(
      {
        card: struct(
          { words },
          { labelFormat: '{words} – {by}', settings: ['tone'] as never, panels: ['word'] as never },
        ),
        nothing: struct({}),
        inner: list(stream({})),
      },
      { counts: { cards: { max: 1 } } as never },
    );
    @type()
    class Members extends Row {
      @StreamField(body) body!: never[];
    }
    expect(problemsOf(Members)).toEqual([
      'E027 counts of odd.Members.body names “cards”, which it does not hold.',
      'E027 A panel of “card” inside odd.Members.body names “word”, which it does not hold.',
      'E027 settings of “card” inside odd.Members.body names “tone”, which it does not hold.',
      'E027 labelFormat of “card” inside odd.Members.body names “by”, which it does not hold.',
      'E027 “nothing” inside odd.Members.body has no members, so nobody can put anything in.',
      'E027 “item” inside odd.Members.body has no blocks, so nobody can put anything in.',
    ]);
  });

  it('examples that could not be saved', () => {
    const body = stream({ words: text({ maxLength: 3, previewValue: 'long' }) });
    @type()
    class Examples extends Row {
      @StreamField(body) body!: never[];
    }
    expect(problemsOf(Examples)).toEqual([
      'E018 The example of “words” inside odd.Examples.body is not valid: At most 3 characters.',
    ]);
  });
});

describe('what says two things, or asks for what is not there, stops the start', () => {
  it('names of the content API that are taken, or that no address holds', () => {
    @type()
    class Printed extends Row {
      @CharField({ api: 'meta' }) a!: string;
      @CharField({ api: 'two words' }) b!: string;
      @CharField() @TextField() twice!: string;
    }
    expect(problemsOf(Printed)).toEqual([
      'E010 odd.Printed.twice is two fields at once.',
      'E010 odd.Printed prints a field as “meta” in the content API, where every snippet has that.',
      'E010 odd.Printed prints a field as “two words” in the content API, which cannot be asked for.',
    ]);
  });

  it('relations that a getter loads, columns and filters of lists', () => {
    @type({}, { columns: ['word', 'loud', 'gone'], filters: ['loud'], search: ['body'] })
    class Listed extends Row {
      @CharField() word!: string;
      @EntityLinkField(() => Listed) other!: Listed | null;
      @ApiField({ loads: ['other', 'word'] }) loud(): string {
        return this.word;
      }
    }
    expect(problemsOf(Listed)).toEqual([
      'E005 odd.Listed.loud loads “word”, which is no relation of it.',
      'E008 list.columns of odd.Listed names “gone”, which it has not.',
      'E008 list.filters of odd.Listed names “loud”, which it has not.',
      'E008 list.search of odd.Listed names “body”, which it has not.',
    ]);
  });

  it('a condition that asks for what it hides, and links that lead nowhere', () => {
    @type()
    class Hidden extends Row {
      @CharField({ showWhen: { field: 'word', isEmpty: false } }) word!: string;
      @LinkField({ allow: [] }) link!: null;
    }
    expect(problemsOf(Hidden)).toEqual([
      'E026 odd.Hidden.link allows no sort of link.',
      'E009 The condition of odd.Hidden.word asks for itself.',
    ]);
  });

  it('rows of child items that are none', () => {
    @type()
    class Other extends Row {
      @CharField() word!: string;
    }
    @type()
    class Owner extends Row {
      @ChildItems(() => Other) rows!: Other[];
    }
    expect(problemsOf(Owner, Other)).toEqual(['E004 odd.Owner.rows holds Other, whose rows are not child rows.']);
  });

  it('blocks that are not there', () => {
    const gone = undefined as never;
    expect(() => stream({ words: gone })).toThrow('The block “words” is undefined, which is no block.');
    expect(() => stream({ words: text as never })).toThrow('The block “words” is a function, which is no block.');
    expect(() => StreamField(gone)).toThrow('@StreamField(…) was given no stream.');
    const body = stream({ words: lazy(() => gone) });
    expect(() => body.node.options.blocks[0]?.kind).toThrow('lazy(() => …) answers no block');
  });
});

describe('former names of blocks stop the start', () => {
  it('that are in use, or given twice, or lie where no path leads', () => {
    const again: Block = struct({ lead: text({ was: 'intro' }), more: list(lazy(() => again)) });
    const inUse = stream({ a: text({ was: 'b' }), b: text() });
    const twice = stream({ c: text({ was: 'd' }), e: text({ was: 'd' }) });
    const deep = stream({ again });
    @type()
    class Former extends Row {
      @StreamField(inUse) inUse!: never[];
      @StreamField(twice) twice!: never[];
      @StreamField(deep) deep!: never[];
    }
    expect(problemsOf(Former)).toEqual([
      'E012 “lead” inside odd.Former.deep has a former name and lies in a block that holds itself.',
      'E012 “b” is a former name of a block inside odd.Former.inUse, and of another, or a name in use.',
      'E012 “d” is a former name of a block inside odd.Former.twice, and of another, or a name in use.',
    ]);
  });
});

describe('names that cannot be written stop the start', () => {
  it('of types, fields and blocks', () => {
    const body = stream({ 'two words': text(), größe: text(), 'mid-day': text(), 'a.b': text() });
    @type({ app: 'my app' })
    class Spaced extends Row {
      @CharField() 'one/two'!: string;
      @StreamField(body) body!: never[];
    }
    expect(problemsOf(Spaced)).toEqual([
      'E028 “my app.Spaced” cannot be the name of a type.',
      'E028 my app.Spaced.one/two: this cannot be the name of a field.',
      'E028 “two words” inside my app.Spaced.body: this cannot be the name of a block.',
      'E028 “a.b” inside my app.Spaced.body: this cannot be the name of a block.',
    ]);
  });

  it('of tables that two would have', () => {
    @type({ app: 'odd_news', name: 'Item' })
    class One extends Row {
      @CharField() word!: string;
    }
    @type({ name: 'NewsItem' })
    class Two extends Row {
      @CharField() word!: string;
    }
    @type({ name: 'News' })
    class Three extends Row {
      @EntityLinksField(() => One) item!: One[];
    }
    expect(problemsOf(One, Two, Three)).toEqual([
      'E013 One table, “odd_news_item”, would hold odd_news.Item and the links of odd.News.item and odd.NewsItem.',
    ]);
  });
});

describe('what points at no class stops the start before the database is asked', () => {
  const nothing = undefined as never;
  class Stray {}
  @type()
  class Pointing extends Row {
    @EntityLinkField(() => nothing) one!: never;
    @EntityLinksField(() => nothing, { ordered: true }) many!: never[];
    @ChildItems(() => nothing) rows!: never[];
    @EntityLinkField(() => Stray) stray!: Stray | null;
    @EntityLinkField(() => Pointing) own!: Pointing | null;
  }

  it('links, rows, and links to what is not registered', () => {
    expect(checkTargets(entitiesOf([Pointing])).map(({ id, message }) => `${id} ${message}`)).toEqual([
      'content-types.E004 odd.Pointing.one points at no class: its thunk answers none.',
      'content-types.E004 odd.Pointing.many points at no class: its thunk answers none.',
      'content-types.E004 odd.Pointing.rows points at no class: its thunk answers none.',
      'content-types.E004 odd.Pointing.stray links to Stray, which is not registered.',
    ]);
  });

  it('and a type that is not loaded', () => {
    expect(() => entitiesOf([Pointing, nothing])).toThrow(
      'the one after Pointing is undefined, which is no class. Look at the import',
    );
  });
});
