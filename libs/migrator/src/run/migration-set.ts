import { MigrationGraph, type MigrationClass, type MigrationNode } from './migration-graph.js';

/** The migrations of one installation: Pipit's own come first, those of the project build on them. */
export class MigrationSet {
  readonly areas: readonly MigrationGraph[];

  constructor(areas: readonly { readonly area: string; readonly classes: readonly MigrationClass[] }[]) {
    this.areas = areas.map(({ area, classes }) => new MigrationGraph(area, classes));
  }

  /** Every migration in the order they run. */
  all(): MigrationNode[] {
    return this.areas.flatMap(({ nodes }) => nodes);
  }

  /** The one migration of this name, of its file's name, or whose name begins so. */
  require(text: string): { node: MigrationNode; area: MigrationGraph } {
    const wanted = text.replace(/\.[tj]s$/, '');
    const candidates = this.areas.flatMap((area) => area.nodes.map((node) => ({ node, area })));
    const exact = candidates.filter(({ node }) => node.name === wanted);
    const meant = exact.length > 0 ? exact : candidates.filter(({ node }) => isMeant(node, wanted));
    const [only] = meant;
    if (!only) throw new Error(`No migration is called ${text}. See npm run pipit -- showmigrations.`);
    if (meant.length > 1) throw new Error(`${text} may be ${meant.map(({ node }) => node.name).join(' or ')}.`);
    return only;
  }

  /** What has to run on a database that has run `applied`, in order; up to one migration and what it follows. */
  up(applied: readonly string[], target: string | null = null): MigrationNode[] {
    const done = new Set(applied);
    if (target === null) return this.all().filter(({ name }) => !done.has(name));
    const { node, area } = this.require(target);
    const wanted = area.ancestors(node.name);
    const earlier = this.areas.slice(0, this.areas.indexOf(area)).flatMap(({ nodes }) => nodes);
    return [...earlier, ...area.nodes.filter(({ name }) => wanted.has(name))].filter(({ name }) => !done.has(name));
  }

  /** What has to be taken back, in order, so that a migration is the last of its area that has run. */
  down(applied: readonly string[], target: string): MigrationNode[] {
    const { node, area } = this.require(target);
    const later = area.descendants(node.name);
    return applied
      .filter((name) => later.has(name))
      .toReversed()
      .map((name) => area.find(name)!);
  }

  /** Names that have run and that this code does not know: the database is ahead of it. */
  unknown(applied: readonly string[]): string[] {
    const known = new Set(this.all().map(({ name }) => name));
    return applied.filter((name) => !known.has(name));
  }

  /** Throws when two branches met in an area and nobody has said how they go together. */
  requireOneHead(): void {
    for (const area of this.areas) area.requireOneHead();
  }
}

function isMeant(node: MigrationNode, wanted: string): boolean {
  const time = /^\d{13}/.exec(wanted)?.[0];
  return time ? node.timestamp === Number(time) : node.name.toLowerCase().startsWith(wanted.toLowerCase());
}
