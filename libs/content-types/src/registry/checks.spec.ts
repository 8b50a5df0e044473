import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { Block } from '../blocks/block.js';
import { optional } from '../blocks/block.js';
import { lazy, list, stream, struct } from '../blocks/container-blocks.js';
import { choice, integer, richText, text } from '../blocks/core-blocks.js';
import { ApiField } from '../declare/api-field.decorator.js';
import {
  CharField,
  ChoiceField,
  DateField,
  EntityLinkField,
  EntityLinksField,
  IntegerField,
  JsonField,
  StreamField,
  TextField,
} from '../declare/core-fields.js';
import { declareType } from '../declare/declare-type.js';
import { Retired } from '../declare/retired.js';
import type { TypeCategory } from '../declare/type-declaration.js';
import type { TypeOptions } from '../declare/declare-type.js';
import { ContentTypes } from './content-types.js';
import { CheckFailure } from './problem.js';

/** What every row of these types has beside its fields. */
abstract class Row {
  @PrimaryGeneratedColumn() id!: number;
  @Column('integer') version!: number;
}

/** Declares a class as decorators of the categories do. */
const type =
  (options: TypeOptions & { category?: TypeCategory } = {}) =>
  (target: object): void => {
    const { category = 'snippet', ...rest } = options;
    declareType(target, { app: 'checks', ...rest }, { category, titleField: 'id' });
  };

/** Problems a registry of these types starts with, as `id message`. Every one has a hint. */
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

describe('declarations that cannot work stop the start', () => {
  it('columns that the base class has', () => {
    @type()
    class Taken extends Row {
      @IntegerField() override version!: number;
    }
    expect(problemsOf(Taken)).toEqual([
      'E001 checks.Taken declares a field “version”, a name that every snippet has already.',
    ]);
  });

  it('two things of one name in the content API', () => {
    @type()
    class Twice extends Row {
      @CharField() word!: string;
      @CharField({ api: 'word' }) other!: string;
      @ApiField({ name: 'other2' }) a(): string {
        return this.word;
      }
      @CharField({ api: 'other2' }) b!: string;
    }
    expect(problemsOf(Twice)).toEqual([
      'E010 checks.Twice prints two things as “word” in the content API.',
      'E010 checks.Twice prints two things as “other2” in the content API.',
    ]);
  });

  it('two fields in one column', () => {
    @type()
    class OneColumn extends Row {
      @CharField() fooBar!: string;
      @CharField() foo_bar!: string;
    }
    expect(problemsOf(OneColumn)).toEqual(['E010 Two fields of checks.OneColumn would lie in one column, “foo_bar”.']);
  });

  it('names that Postgres would cut off: of tables, columns and indexes', () => {
    const long = 'x'.repeat(64);
    @type({ name: 'A'.repeat(60) })
    @Index(long, ['ää'])
    class Long extends Row {
      @CharField() ää!: string;
      @CharField() fääääääääääääääääääääääääääääääää!: string;
    }
    expect(problemsOf(Long).map((line) => line.replace(/“.*”/, '…').replace(/A{60}/g, 'A…'))).toEqual([
      'E011 The table of checks.A… would be called …, 67 bytes long; Postgres keeps 63.',
      expect.stringMatching(/^E011 The column of .* 65 bytes long/),
      'E011 An index of checks.A… would be called …, 64 bytes long; Postgres keeps 63.',
    ]);
  });

  it('former names that are in use or given twice', () => {
    @type()
    @Retired('gone', 'word')
    class Former extends Row {
      @CharField({ was: ['old', 'gone'] }) word!: string;
      @CharField({ was: 'old' }) other!: string;
    }
    expect(problemsOf(Former)).toEqual([
      'E012 checks.Former calls “word” a former name, and has a field of that name.',
      'E012 checks.Former calls “old” the former name of two things.',
      'E012 checks.Former calls “gone” the former name of two things.',
    ]);
  });

  it('two types of one name', () => {
    @type({ name: 'Same' })
    class One extends Row {
      @CharField() word!: string;
    }
    @type({ name: 'Same' })
    class Two extends Row {
      @CharField() word!: string;
    }
    expect(problemsOf(One, Two)).toEqual(['E013 Two types are called checks.Same: One and Two.']);
  });

  it('uniqueness of what is no plain column', () => {
    @type()
    class Unique extends Row {
      @JsonField({ unique: true }) data!: null;
      @CharField({ unique: true }) word!: string;
      @CharField({ unique: true, localized: false }) code!: string;
    }
    expect(problemsOf(Unique)).toEqual([
      'E014 checks.Unique.data is unique, which a json cannot be.',
      'E014 checks.Unique.code is unique, and the same in all translations of a page.',
    ]);
  });

  it('bounds that nothing satisfies, inside blocks too', () => {
    const body = stream({ number: integer({ min: 3, max: 2 }) }, { min: 2, max: 1 });
    @type()
    class Bounds extends Row {
      @CharField({ minLength: 9, maxLength: 5 }) word!: string;
      @DateField({ min: '2026-02-01', max: '2026-01-01' }) day!: string | null;
      @StreamField(body) body!: never[];
    }
    expect(problemsOf(Bounds)).toEqual([
      'E015 checks.Bounds.word has minLength 9 above maxLength 5: nothing satisfies both.',
      'E015 checks.Bounds.day has min 2026-02-01 above max 2026-01-01: nothing satisfies both.',
      'E015 checks.Bounds.body has min 2 above max 1: nothing satisfies both.',
      'E015 “number” inside checks.Bounds.body has min 3 above max 2: nothing satisfies both.',
    ]);
  });

  it('choices without a choice, or with one twice', () => {
    @type()
    class Choices extends Row {
      @ChoiceField({ of: [] }) none!: string;
      @ChoiceField({ of: ['a', { value: 'a', label: 'A' }] }) twice!: string;
    }
    expect(problemsOf(Choices)).toEqual([
      'E016 checks.Choices.none offers no choice.',
      'E016 checks.Choices.twice offers “a” twice.',
    ]);
  });

  it('features that rich text does not have', () => {
    const body = stream({ words: richText({ features: ['bold', 'blink' as 'bold'] }) });
    @type()
    class Features extends Row {
      @StreamField(body) body!: never[];
    }
    expect(problemsOf(Features)).toEqual([
      'E017 “words” inside checks.Features.body allows “blink”, which is no feature of rich text.',
    ]);
  });

  it('defaults that could not be saved', () => {
    const body = stream({ light: choice({ of: ['sun'], default: 'rain' as 'sun' }) });
    @type()
    class Defaults extends Row {
      @CharField({ maxLength: 3, default: 'long' }) word!: string;
      @StreamField(body) body!: never[];
    }
    expect(problemsOf(Defaults)).toEqual([
      'E018 The default of checks.Defaults.word is not valid: At most 3 characters.',
      'E018 The default of “light” inside checks.Defaults.body is not valid: Choose one of the values offered.',
    ]);
  });

  it('rows that each need the other first', () => {
    @type()
    class Hen extends Row {
      @EntityLinkField(() => Egg, { required: true }) egg!: Relation<Egg> | null;
    }
    @type()
    class Egg extends Row {
      @EntityLinkField(() => Hen, { required: true }) hen!: Relation<Hen> | null;
    }
    expect(problemsOf(Hen, Egg)).toEqual([
      'E019 None of these can be made first, as each needs the next: Egg.hen → Hen.egg.',
    ]);
  });

  it('deletions that go round', () => {
    @type()
    class Left extends Row {
      @EntityLinkField(() => Right, { onDelete: 'CASCADE' }) right!: Relation<Right> | null;
    }
    @type()
    class Right extends Row {
      @EntityLinkField(() => Left, { onDelete: 'CASCADE' }) left!: Relation<Left> | null;
      @EntityLinkField(() => Right, { onDelete: 'CASCADE' }) above!: Relation<Right> | null;
    }
    expect(problemsOf(Left, Right)).toEqual([
      'E020 Deleting one row would delete all these round and round: Left.right → Right.left.',
    ]);
  });

  it('blocks that need another of themselves', () => {
    const reply: Block = struct({ words: text(), answer: lazy(() => reply) });
    const thread: Block = struct({ words: text(), answers: list(lazy(() => thread)) });
    const fine: Block = struct({
      words: text(),
      answers: optional(list(lazy(() => fine))),
      one: optional(lazy(() => fine)),
    });
    const body = stream({ reply, thread, fine });
    @type()
    class Recursive extends Row {
      @StreamField(body) body!: never[];
    }
    const least: Block = struct({
      words: text(),
      answers: list(
        lazy(() => least),
        { min: 1 },
      ),
    });
    const asked: Block = struct({
      words: text(),
      answers: list(
        lazy(() => asked),
        { required: true },
      ),
    });
    const streamed: Block = struct({ words: text(), answers: stream({ again: lazy(() => streamed) }) });
    const one = stream({ fine, thread, streamed });
    @type()
    class Sound extends Row {
      @StreamField(one) body!: never[];
    }
    const endless = (block: Block): string[] => {
      const again = stream({ block });
      @type()
      class Endless extends Row {
        @StreamField(again) body!: never[];
      }
      return problemsOf(Endless);
    };
    expect(endless(least)).toEqual([expect.stringMatching(/^E021 .*“answers” → “item”/)]);
    expect(endless(asked)).toEqual([expect.stringMatching(/^E021 .*“answers” → “item”/)]);
    expect(problemsOf(Recursive)).toEqual([
      'E021 A block inside checks.Recursive.body needs another of itself without end: “reply” → “answer”.',
    ]);
    expect(problemsOf(Sound)).toEqual([]);
  });

  it('conditions that ask for what is not there', () => {
    const body = stream({
      card: struct({
        word: text({ showWhen: { field: '../kind', is: 'a' } }),
        other: text({ showWhen: { field: '../word', is: 'a' } }),
        far: text({ requireWhen: { any: [{ field: '../../kind', is: 'a' }] } }),
      }),
    });
    @type({ tabs: { All: ['kind', { heading: 'H', showWhen: { field: 'gone', is: 1 }, fields: ['body'] }] } })
    class Conditions extends Row {
      @CharField({ showWhen: { not: { field: 'kin', is: 'a' } } }) kind!: string;
      @StreamField(body) body!: never[];
    }
    expect(problemsOf(Conditions)).toEqual([
      'E009 The condition of a panel of checks.Conditions asks for “gone”, which is not there.',
      'E009 The condition of checks.Conditions.kind asks for “kin”, which is not there.',
      'E009 The condition of checks.Conditions.body.card.other asks for “../word”, which is not there.',
      'E009 The condition of checks.Conditions.body.card.far asks for “../../kind”, which is not there.',
    ]);
  });

  it('all of them at once, of all types', () => {
    @type()
    class First extends Row {
      @CharField({ minLength: 2, maxLength: 1 }) a!: string;
    }
    @type()
    class Second extends Row {
      @TextField({ minLength: 2, maxLength: 1 }) b!: string;
    }
    expect(problemsOf(First, Second)).toHaveLength(2);
  });
});

describe('plain entities', () => {
  it('may be linked to without being declared', () => {
    @Entity('checks_plain')
    class Plain {
      @PrimaryGeneratedColumn() id!: number;
    }
    @type()
    class Linking extends Row {
      @EntityLinkField(() => Plain) plain!: Relation<Plain> | null;
    }
    expect(problemsOf(Linking)).toEqual([]);
  });

  it('may have a uuid, text or a bigint for a key', () => {
    @Entity('checks_uuid')
    class Coded {
      @PrimaryGeneratedColumn('uuid') id!: string;
    }
    @Entity('checks_text')
    class Named {
      @PrimaryColumn() name!: string;
    }
    @Entity('checks_big')
    class Big {
      @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
    }
    @type()
    class ToKeyed extends Row {
      @EntityLinkField(() => Coded) coded!: Relation<Coded> | null;
      @EntityLinksField(() => Named, { ordered: true }) named!: Named[];
      @EntityLinkField(() => Big) big!: Relation<Big> | null;
      @EntityLinksField(() => Big, { ordered: true }) bigs!: Big[];
    }
    expect(problemsOf(ToKeyed)).toEqual([]);
  });

  it('need a key of one column that is an integer, a bigint, a uuid or text to be linked to', () => {
    @Entity('checks_pair')
    class Pair {
      @PrimaryColumn() left!: number;
      @PrimaryColumn() right!: number;
    }
    @Entity('checks_moment')
    class Moment {
      @PrimaryColumn('timestamptz') at!: Date;
    }
    @type()
    class ToOdd extends Row {
      @EntityLinkField(() => Pair) pair!: Relation<Pair> | null;
      @EntityLinksField(() => Moment) moments!: Moment[];
    }
    const why = 'whose rows have no key of one column that is an integer, a bigint, a uuid or text.';
    expect(problemsOf(ToOdd)).toEqual([
      `E025 checks.ToOdd.pair links to Pair, ${why}`,
      `E025 checks.ToOdd.moments links to Moment, ${why}`,
    ]);
  });
});
