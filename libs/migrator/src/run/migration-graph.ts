import type { MigrationInterface } from 'typeorm';

/** A migration as its file declares it. */
export interface DeclaredMigration extends MigrationInterface {
  /** Names of the migrations it follows. Absent: the one before it in time. */
  readonly after?: readonly string[];
  /**
   * Indexes and constraints made here that bear a name given in a declaration. `makemigrations` writes it, and drops
   * them once nothing declares them; whatever else has a name of its own was made by hand and is left alone.
   */
  readonly named?: readonly string[];
}

/** A class of a migration file. */
export type MigrationClass = new () => object;

/** A migration among the others of its area. */
export interface MigrationNode {
  readonly name: string;
  readonly timestamp: number;
  readonly parents: readonly string[];
  readonly migration: DeclaredMigration;
}

/** The migrations of one area (Pipit's own, or a project's) and what follows what. */
export class MigrationGraph {
  /** Every migration after those it follows, otherwise by time. */
  readonly nodes: readonly MigrationNode[];
  private readonly byName: ReadonlyMap<string, MigrationNode>;

  constructor(
    readonly area: string,
    classes: readonly MigrationClass[],
  ) {
    const nodes = linked(classes.map((each) => new each() as DeclaredMigration));
    this.byName = new Map(nodes.map((node) => [node.name, node]));
    this.nodes = this.inOrder(nodes);
  }

  find(name: string): MigrationNode | null {
    return this.byName.get(name) ?? null;
  }

  /** Migrations nothing follows: one, unless two branches met. */
  heads(): MigrationNode[] {
    const followed = new Set(this.nodes.flatMap((node) => node.parents));
    return this.nodes.filter((node) => !followed.has(node.name));
  }

  /** All that a migration follows, itself included. */
  ancestors(name: string): Set<string> {
    const found = new Set<string>();
    const add = (each: string): void => {
      if (found.has(each)) return;
      found.add(each);
      for (const parent of this.byName.get(each)?.parents ?? []) add(parent);
    };
    add(name);
    return found;
  }

  /** All that follow a migration, without itself. */
  descendants(name: string): Set<string> {
    return new Set(
      this.nodes.filter((node) => node.name !== name && this.ancestors(node.name).has(name)).map((node) => node.name),
    );
  }

  /** Throws when two branches met and nobody has said how they go together. */
  requireOneHead(): void {
    const heads = this.heads();
    if (heads.length < 2) return;
    const names = heads.map(({ name }) => name).join(' and ');
    throw new Error(
      `The migrations of ${this.area} have two ends, ${names}, as two branches were merged. ` +
        'Run npm run pipit -- makemigrations --merge.',
    );
  }

  private inOrder(nodes: readonly MigrationNode[]): MigrationNode[] {
    const ordered = new Set<MigrationNode>();
    const visit = (node: MigrationNode, below: readonly string[]): void => {
      if (ordered.has(node)) return;
      if (below.includes(node.name)) throw new Error(`Migrations follow each other in a circle: ${below.join(', ')}.`);
      for (const name of node.parents) {
        const parent = this.byName.get(name);
        if (!parent)
          throw new Error(`${node.name} follows ${name}, which is not among the migrations of ${this.area}.`);
        visit(parent, [...below, node.name]);
      }
      ordered.add(node);
    };
    for (const node of nodes) visit(node, []);
    return [...ordered];
  }
}

function linked(migrations: readonly DeclaredMigration[]): MigrationNode[] {
  const named = migrations.map((migration) => {
    const name = migration.name ?? migration.constructor.name;
    const timestamp = Number(/\d{13}$/.exec(name)?.[0]);
    if (!timestamp) throw new Error(`The migration ${name} has to end in the time of its making, in milliseconds.`);
    return { name, timestamp, migration };
  });
  const byTime = named.toSorted((a, b) => a.timestamp - b.timestamp || (a.name < b.name ? -1 : 1));
  return byTime.map((node, index) => {
    const before = byTime[index - 1];
    return { ...node, parents: node.migration.after ?? (before ? [before.name] : []) };
  });
}
