import type { QueryRunner } from 'typeorm';
import { mergeConflicts } from './merge.js';
import { MigrationGraph, type MigrationClass } from './migration-graph.js';
import { MigrationSet } from './migration-set.js';

const made = (name: string, after?: readonly string[], ...sql: string[]): MigrationClass =>
  class {
    name = name;
    after = after;
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of sql) await runner.query(statement);
    }
    async down(): Promise<void> {}
  };

const [A, B, C, D] = ['A1700000000001', 'B1700000000002', 'C1700000000003', 'D1700000000004'] as const;

describe('the order of migrations', () => {
  it('is that of time where nothing else is said', () => {
    const graph = new MigrationGraph('site', [made(B), made(A)]);
    expect(graph.nodes.map(({ name }) => name)).toEqual([A, B]);
    expect(graph.heads().map(({ name }) => name)).toEqual([B]);
  });

  it('puts a migration after those it follows, whatever their times', () => {
    const graph = new MigrationGraph('site', [made(A), made(C, [A]), made(B, [C])]);
    expect(graph.nodes.map(({ name }) => name)).toEqual([A, C, B]);
  });

  it('has one end; two are refused by name until they are merged', () => {
    const forked = [made(A), made(B, [A]), made(C, [A])];
    expect(() => new MigrationGraph('site', forked).requireOneHead()).toThrow(`${B} and ${C}`);
    expect(() => new MigrationGraph('site', [...forked, made(D, [B, C])]).requireOneHead()).not.toThrow();
  });

  it('refuses parents that are not there and circles', () => {
    expect(() => new MigrationGraph('site', [made(A, ['X'])])).toThrow('follows X');
    expect(() => new MigrationGraph('site', [made(A, [B]), made(B, [A])])).toThrow('circle');
  });

  it('goes down by taking back what follows, and leaves other areas alone', () => {
    const set = new MigrationSet([
      { area: 'pipit', classes: [made(A)] },
      { area: 'site', classes: [made(B, []), made(C, [B]), made(D, [C])] },
    ]);
    expect(set.down([B, A, C, D], B).map(({ name }) => name)).toEqual([D, C]);
    expect(set.up([], C).map(({ name }) => name)).toEqual([A, B, C]);
    expect(set.require('d').node.name).toBe(D);
    expect(set.require('1700000000003-whatever.ts').node.name).toBe(C);
    expect(set.unknown(['Z', A])).toEqual(['Z']);
  });
});

describe('a merge of branches', () => {
  const fork = (left: string[], right: string[]) =>
    mergeConflicts(new MigrationGraph('site', [made(A), made(B, [A], ...left), made(C, [A], ...right)]));

  it('goes where they touch different columns', async () => {
    const conflicts = await fork([`ALTER TABLE "t" ADD "a" text`], [`ALTER TABLE "t" ADD "b" text`]);
    expect(conflicts).toEqual([]);
  });

  it('is refused where both touch a column, or one drops the table of the other', async () => {
    const column = await fork([`ALTER TABLE "t" ADD "a" text`], [`ALTER TABLE "t" RENAME COLUMN "x" TO "a"`]);
    expect(column).toEqual([{ what: 't.a', migrations: [B, C] }]);
    const table = await fork([`DROP TABLE "t"`], [`ALTER TABLE "t" ADD "b" text`]);
    expect(table.map(({ what }) => what)).toEqual(['t']);
  });
});
