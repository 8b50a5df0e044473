import { Injectable, Module } from '@nestjs/common';
import {
  ApiField,
  BeforeModelRowDelete,
  BeforeModelRowSave,
  BulkAction,
  CharField,
  ChoiceField,
  Hook,
  IntegerField,
  OnEvent,
  ModelRowCreated,
  SnippetContent,
  SnippetLinkField,
  SnippetType,
  definePermission,
  invalid,
  manage,
  type BulkTarget,
  type Delivery,
  type JsonObject,
  type Project,
  type WriteCtx,
} from '@pipit/cms';
import {
  Check,
  Column,
  CreateDateColumn,
  DeleteDateColumn,
  Entity,
  JoinTable,
  ManyToMany,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
  VersionColumn,
  type Relation,
} from 'typeorm';
import { Grower, garden } from '../../support/world/types.js';

definePermission({ name: 'book.prices', scope: 'type', label: 'See what books cost' });

/** Where books stand. Its key is a uuid. */
@Entity('lib_shelf')
export class Shelf {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('varchar', { length: 20, unique: true }) code!: string;
}

/** What books are about. Its key is text that people choose. */
@Entity('lib_subject')
export class Subject {
  @PrimaryColumn('varchar', { length: 10 }) code!: string;
  @Column('text') meaning!: string;
}

/** A book, with a column of nearly every type. */
@Entity('lib_book')
@Check('lib_book_pages_positive', 'pages > 0')
export class Book {
  @PrimaryGeneratedColumn() id!: number;
  @Column('varchar', { length: 80 }) title!: string;
  @Column('varchar', { length: 13, nullable: true, unique: true }) isbn!: string | null;
  @Column('int', { nullable: true }) pages!: number | null;
  @Column('numeric', { precision: 8, scale: 2, nullable: true }) price!: string | null;
  @Column('enum', { enum: ['paper', 'cloth', 'e-book'], default: 'paper' }) binding!: string;
  @Column('boolean', { default: false }) lent!: boolean;
  @Column('date', { nullable: true }) published!: string | null;
  @Column('jsonb', { nullable: true }) extra!: unknown;
  @Column('varchar', { select: false, nullable: true }) secret!: string | null;
  @ManyToOne(() => Shelf, { nullable: true, onDelete: 'RESTRICT' }) shelf!: Relation<Shelf> | null;
  @ManyToOne(() => Grower, { nullable: true, onDelete: 'SET NULL' }) author!: Relation<Grower> | null;
  @ManyToMany(() => Subject) @JoinTable() subjects!: Relation<Subject>[];
  @VersionColumn() version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) addedAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) changedAt!: Date;

  @ApiField() get weight(): string {
    return `${(this.pages ?? 0) * 4} g`;
  }
}

/** Somebody who borrows. Rows are only marked as gone. */
@Entity('lib_reader')
export class Reader {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column('varchar', { length: 60 }) name!: string;
  @DeleteDateColumn({ type: 'timestamptz' }) leftAt!: Date | null;
}

/** A snippet with a list of its own making. */
@SnippetType<Label>({
  app: 'lib',
  list: { columns: ['tone', 'grower'], filters: ['rank', 'tone', 'grower'], search: ['text'], perPage: 2 },
  order: ['text'],
})
export class Label extends SnippetContent {
  @CharField({ maxLength: 200, required: true }) text!: string;
  @CharField({ maxLength: 200 }) remark!: string;
  @IntegerField() rank!: number | null;
  @ChoiceField({ of: [{ value: 'r', label: 'Red' }, 'g'] }) tone!: string; // prettier-ignore
  @SnippetLinkField(() => Grower) grower!: Relation<Grower> | null;
}

/** A plugin with opinions about books. */
@Injectable()
export class Librarian {
  readonly seen: string[] = [];

  @Hook(BeforeModelRowSave)
  reads(hook: BeforeModelRowSave): void {
    if (hook.fields['title'] === 'Forbidden') hook.reject('title', 'Not in this house.');
    if (hook.fields['title'] === 'untitled') hook.set('title', 'Untitled');
  }

  @Hook(BeforeModelRowDelete)
  keeps({ row }: BeforeModelRowDelete): void {
    if (row.type.name === 'lib.Subject' && row.id === 'keep') throw invalid('This one stays.');
  }

  @OnEvent(ModelRowCreated)
  notes(event: ModelRowCreated, _delivery: Delivery): void {
    this.seen.push(event.title);
  }

  @BulkAction({ name: 'lend', label: 'Lend out', types: ['lib.Book'] })
  async lend(ctx: WriteCtx, { id }: BulkTarget, args: JsonObject): Promise<void> {
    if (args['to'] === 'nobody') throw invalid('To whom?');
    await ctx.manager.update(Book, { id: Number(id) }, { lent: true });
  }
}

@Module({ providers: [Librarian], exports: [Librarian] })
class LibrarianModule {}

/** The garden with a library. */
export const library: Project = {
  ...garden,
  name: 'library',
  types: [...garden.types, Label],
  models: [
    manage(Book, {
      app: 'lib',
      fields: { price: { permission: 'book.prices' }, extra: { label: 'Anything else' } },
      list: {
        columns: ['binding', 'author', 'price', 'lent', 'subjects', 'weight'],
        filters: ['binding', 'lent', 'pages', 'price', 'published', 'author', 'shelf', 'subjects', 'title', 'addedAt'],
        search: ['title', 'isbn'],
      },
      order: ['title'],
    }),
    manage(Shelf, { app: 'lib', labelPlural: 'Shelves' }),
    manage(Subject, { app: 'lib' }),
    manage(Reader, { app: 'lib' }),
  ],
  modules: [LibrarianModule],
};
