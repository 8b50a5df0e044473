import type { PlanNote } from '../run/plan-runner.js';

/**
 * Renames that migrations have made already, under the names that types and fields have today:
 * `blog.BlogPost.summary=lead` for fields, `blog.BlogPost.body/section.intro=lead` for blocks and members.
 */
export type KnownRenames = ReadonlySet<string>;

/** Those of some migrations, given in the order they run. */
export function knownRenames(notes: readonly PlanNote[]): KnownRenames {
  let known: string[] = [];
  for (const { kind, type, field, from, renames = [] } of notes) {
    if (kind === 'renameType') known = known.map((each) => moved(each, `${from}.`, `${type}.`));
    if (kind === 'renameField') {
      known = known.map((each) => moved(each, `${type}.${from}/`, `${type}.${field}/`));
      known.push(`${type}.${from}=${field}`);
    }
    known.push(...renames.map((each) => `${type}.${field}/${each}`));
  }
  return new Set(known);
}

const moved = (key: string, from: string, to: string): string =>
  key.startsWith(from) ? `${to}${key.slice(from.length)}` : key;
