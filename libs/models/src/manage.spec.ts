import 'reflect-metadata';
import { ContentTypes, declarationOf, emailKind, fieldsOf, type FieldKind } from '@pipit/content-types';
import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  OneToMany,
  OneToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  VersionColumn,
  type Relation,
} from 'typeorm';
import { declareModel, modelShapeOf } from './declare-model.js';
import { manage, type ModelDeclaration } from './manage.js';

enum Size {
  Small,
  Large,
}

@Entity()
class Maker {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() name!: string;
  @OneToMany(() => Thing, (thing: Thing) => thing.maker) things!: Relation<Thing>[];
}

abstract class Stamped {
  @CreateDateColumn() created!: Date;
  @Column({ type: 'varchar', length: 10, comment: 'A word in short.' }) mark!: string;
}

@Entity()
class Thing extends Stamped {
  @PrimaryGeneratedColumn() id!: number;
  @Column('text') story!: string;
  @Column({ default: 'x' }) withDefault!: string;
  @Column('bigint', { default: 5 }) big!: string;
  @Column('decimal', { precision: 5, scale: 1, default: 1.5 }) exact!: string;
  @Column('enum', { enum: Size, default: Size.Small }) size!: Size;
  @Column('enum', { enum: ['en', 'onSundays', 'on Sunday'], array: true, default: '{}' }) several!: string[];
  @Column('simple-array', { nullable: true }) words!: string[];
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('bytea', { nullable: true }) bytes!: Buffer;
  @Column('varchar', { select: false, default: '' }) secret!: string;
  @Column('varchar', { nullable: true, transformer: { to: () => 'x', from: () => ({}) } }) coded!: object;
  @Column({ nullable: true }) makerId!: string;
  @ManyToOne(() => Maker, (maker: Maker) => maker.things) @JoinColumn({ name: 'makerId' }) maker!: Relation<Maker>;
  @OneToOne(() => Maker, { nullable: false }) @JoinColumn() owner!: Relation<Maker>;
  @ManyToMany(() => Maker) @JoinTable() others!: Relation<Maker>[];
  @ManyToMany(() => Maker) notOurs!: Relation<Maker>[];
  @VersionColumn() version!: number;
}

/** What a field says, in a word each. */
const shapes = (target: object) =>
  Object.fromEntries(
    fieldsOf(target).map(({ name, kind, options }) => [
      name,
      [kind.name, options.required ? 'required' : '', options.readOnly ? 'read-only' : ''].filter(Boolean).join(' '),
    ]),
  );

const refusal = (declaration: ModelDeclaration): string => {
  try {
    declareModel(declaration);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

describe('manage', () => {
  it('reads the fields from the decorators, those of bases first, relations behind columns, dates last', () => {
    declareModel(manage(Thing, { app: 'shop', fields: { mark: { kind: emailKind as FieldKind }, words: false } }));
    expect(shapes(Thing)).toEqual({
      mark: 'email required',
      story: 'text required',
      withDefault: 'char',
      big: 'integer required',
      exact: 'decimal required',
      size: 'choice required',
      several: 'multipleChoice',
      at: 'datetime',
      maker: 'entityLink',
      owner: 'entityLink required',
      others: 'entityLinks',
      created: 'datetime read-only',
    });
    const options = Object.fromEntries(fieldsOf(Thing).map((field) => [field.name, field.options]));
    expect(options['mark']).toMatchObject({ maxLength: 10, help: 'A word in short.' });
    expect(options['size']).toMatchObject({ of: [{ value: '0', label: 'Small' }, { value: '1', label: 'Large' }], default: '0' }); // prettier-ignore
    expect(options['several']).toMatchObject({
      of: [{ label: 'En' }, { label: 'On sundays' }, { label: 'On Sunday' }],
    });
    expect(options['exact']).toMatchObject({ precision: 5, scale: 1, default: '1.5' });
    expect(options['owner']).toMatchObject({ unique: true });
    expect(modelShapeOf(Thing)).toMatchObject({
      version: 'version',
      created: 'created',
      updated: null,
      creatable: true,
    });
    expect(modelShapeOf(Thing).relations.get('maker')).toMatchObject({ keyProperty: 'makerId' });
  });

  it('names the type by app and class and finds a title', () => {
    declareModel(manage(Maker, { labelPlural: 'Makers of things' }));
    expect(declarationOf(Maker)).toMatchObject({
      name: 'site.Maker',
      category: 'model',
      label: 'Maker',
      labelPlural: 'Makers of things',
      titleField: 'name',
      order: ['name'],
      rules: { creatable: true },
    });
    const types = new ContentTypes();
    types.add([Maker, Thing]);
    types.freeze();
    expect(types.all('model').map(({ name }) => name)).toEqual(['shop.Thing', 'site.Maker']);
  });

  it('lets code alone make rows with a column that has to be filled and no form can show', () => {
    @Entity()
    class Sealed {
      @PrimaryGeneratedColumn() id!: number;
      @Column('bytea') seal!: Buffer;
    }
    declareModel(manage(Sealed));
    expect(declarationOf(Sealed).rules.creatable).toBe(false);
    expect(declarationOf(Sealed).titleField).toBe('id');
  });

  it('refuses what it cannot manage, in a sentence that says why', () => {
    class NoEntity {
      id!: number;
    }
    @Entity()
    class TwoKeys {
      @PrimaryColumn() a!: number;
      @PrimaryColumn() b!: number;
    }
    @Entity()
    class OddKey {
      @PrimaryColumn('date') day!: string;
    }
    @Entity()
    class Plain {
      @PrimaryGeneratedColumn() id!: number;
      @Column() name!: string;
    }
    expect(refusal(manage(NoEntity))).toBe('NoEntity cannot be managed: it is no TypeORM entity. Give it @Entity().');
    expect(refusal(manage(TwoKeys))).toContain('it has 2 primary columns');
    expect(refusal(manage(OddKey))).toContain('its primary column is of type date');
    expect(refusal({ target: Plain, options: { order: ['nmae'] } })).toBe(
      'The declaration of Plain names nmae, which no form can show or the entity does not have. Its fields are name.',
    );
    declareModel(manage(Plain));
    expect(refusal(manage(Plain))).toBe('Plain is managed twice, in two declarations.');
  });
});
