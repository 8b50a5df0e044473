import type { DataSource, EntityMetadata, QueryRunner } from 'typeorm';
import { alignNames } from './align-names.js';
import { declaredTypes } from './declared-types.js';
import { Decisions, NO_ANSWERS, type RenameAnswers } from './decisions.js';
import { dropTables, orphanTables } from './drop-orphans.js';
import { RenameDraft, type ContentRename } from './rename-draft.js';
import type { KnownRenames } from './known-renames.js';
import { blockRenames } from './rename-blocks.js';
import { renameFields } from './rename-fields.js';
import { renameTypes } from './rename-types.js';
import { risksOf, withUniqueChecks, type Risk } from './risks.js';
import { SchemaDiff } from './schema-diff.js';

/** What a migration has to do: statements, and renames in stored content. */
export interface SchemaChanges {
  readonly up: string[];
  readonly down: string[];
  readonly content: readonly ContentRename[];
  readonly risks: readonly Risk[];
}

/** Differences between what is declared and the database. */
export interface Comparison {
  readonly core: SchemaChanges;
  readonly project: SchemaChanges;
  /** Of the plugins, in the order they were given. */
  readonly plugins: readonly SchemaChanges[];
  /** Renames that look likely and that nobody confirmed. */
  readonly hints: readonly string[];
}

/** What a plugin brings. */
export interface PluginTables {
  /** Its types with their child rows, and plain entities. */
  readonly classes: readonly object[];
  /** Tables its migrations made, should nobody declare them any more. */
  readonly tables: ReadonlySet<string>;
}

/** What is compared. */
export interface ComparisonInput {
  /** Classes of the project: types with their child rows, and plain entities. */
  readonly classes: readonly object[];
  readonly plugins?: readonly PluginTables[];
  readonly answers?: RenameAnswers;
  /** Renames which migrations have made already. */
  readonly known?: KnownRenames;
  /** Tables that belong to Pipit itself, should nobody declare them any more. */
  readonly coreTables?: ReadonlySet<string>;
  /** Names that former declarations gave to indexes and constraints. */
  readonly named?: ReadonlySet<string>;
}

/**
 * Compares declarations with the database. Renames are tried out in a transaction that is rolled back, so that
 * everything after them is compared under its new name; nothing is ever changed.
 */
export async function compareSchema(dataSource: DataSource, input: ComparisonInput): Promise<Comparison> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    return await compareIn(runner, dataSource, input);
  } finally {
    await runner.rollbackTransaction().catch(() => undefined);
    await runner.release();
  }
}

async function compareIn(runner: QueryRunner, dataSource: DataSource, input: ComparisonInput): Promise<Comparison> {
  const all = dataSource.entityMetadatas;
  const decisions = new Decisions(input.answers ?? NO_ANSWERS);
  const names: string[] = [];
  const owners: { readonly draft: RenameDraft; readonly tables: ReadonlySet<string> }[] = [];
  for (const { classes } of [input, ...(input.plugins ?? [])]) {
    const types = declaredTypes(dataSource, classes);
    names.push(...types.map(({ name }) => name));
    const draft = new RenameDraft(runner);
    await renameTypes(draft, types, all, decisions);
    await renameFields(draft, types, decisions, input.known ?? new Set());
    draft.content.push(...blockRenames(types, input.known ?? new Set()));
    if (draft.statements.length > 0) await alignNames(draft, all);
    owners.push({ draft, tables: ownedTables(types.map(({ metadata }) => metadata)) });
  }
  decisions.requireAllMade(names);

  const [own, ...others] = owners;
  const isOwned = ({ tableName }: EntityMetadata): boolean => owners.some(({ tables }) => tables.has(tableName));
  const orphans = await orphanTables(runner, dataSource, new Set(all.map(({ tableName }) => tableName)));
  const isCore = (table: string): boolean => input.coreTables?.has(table) ?? false;
  const ofPlugins = (input.plugins ?? []).map(({ tables }) => tables);
  const changesOf = async (
    metadatas: EntityMetadata[],
    gone: string[],
    renames: RenameDraft | null,
  ): Promise<SchemaChanges> => {
    const diff = await new SchemaDiff(dataSource, runner, metadatas, input.named).statements();
    const drop = await dropTables(runner, gone);
    const compared = [...diff.up, ...drop.up];
    const back = (renames?.statements ?? []).toReversed().map(({ down }) => down);
    return {
      up: [...(renames?.statements ?? []).map(({ up }) => up), ...withUniqueChecks(compared)],
      down: [...drop.down, ...diff.down, ...back],
      content: renames?.content ?? [],
      risks: await risksOf(runner, compared),
    };
  };
  const core = await changesOf(
    all.filter((each) => !isOwned(each)),
    orphans.filter(isCore),
    null,
  );
  const project = await changesOf(
    all.filter(({ tableName }) => own!.tables.has(tableName)),
    orphans.filter((table) => !isCore(table) && !ofPlugins.some((made) => made.has(table))),
    own!.draft,
  );
  const plugins: SchemaChanges[] = [];
  for (const [index, { draft, tables }] of others.entries()) {
    const declared = all.filter(({ tableName }) => tables.has(tableName));
    const gone = orphans.filter((table) => ofPlugins[index]?.has(table));
    plugins.push(await changesOf(declared, gone, draft));
  }
  return { core, project, plugins, hints: decisions.hints };
}

/** Tables of some entities and of the joins between them and others. */
function ownedTables(metadatas: readonly EntityMetadata[]): Set<string> {
  const joins = metadatas.flatMap((metadata) =>
    metadata.manyToManyRelations.flatMap(({ junctionEntityMetadata }) => junctionEntityMetadata?.tableName ?? []),
  );
  return new Set([...metadatas.map(({ tableName }) => tableName), ...joins]);
}
