import { fieldNames } from '../content/describe-panel.js';
import { allInnerNodes, innerNodes } from '../content/inner-nodes.js';
import type { ContentNode } from '../kinds/field-kind.js';
import type { StreamOptions } from '../kinds/stream-kind.js';
import type { StructOptions } from '../kinds/struct-kind.js';
import type { TypedTableOptions } from '../kinds/typed-table-kind.js';
import type { ContentType } from './content-types.js';
import type { Place } from './place.js';
import { problem, type DeclarationProblem } from './problem.js';

/** Containers that hold nothing, and options of them that name what they do not hold. */
export function checkMembers({ where, node }: Place): DeclarationProblem[] {
  const members = membersOf(node);
  if (!members) return [];
  const { nodes, called, named } = members;
  if (nodes.length === 0)
    return [
      problem('E027', `${where} has no ${called}, so nobody can put anything in.`, `Name some: { text: text() }.`),
    ];
  const known = nodes.map(({ name }) => name);
  const former = nodes.flatMap((inner) => [inner.options.was ?? []].flat());
  const clashes = former.filter((name, index) => known.includes(name) || former.indexOf(name) < index);
  return [
    ...clashes.map((name) =>
      problem(
        'E012',
        `“${name}” is a former name of a block inside ${where}, and of another, or a name in use.`,
        'Contents go to one block only: name it in one place.',
      ),
    ),
    ...unknownNames(where, known, named),
  ];
}

function unknownNames(where: string, known: readonly string[], named: Members['named']): DeclarationProblem[] {
  return named
    .filter(([, name]) => !known.includes(name))
    .map(([option, name]) =>
      problem(
        'E027',
        `${option} of ${where} names “${name}”, which it does not hold.`,
        `It holds ${known.join(', ')}.`,
      ),
    );
}

interface Members {
  readonly nodes: readonly ContentNode[];
  /** What they are called. */
  readonly called: string;
  /** Names in options, with the option. */
  readonly named: readonly (readonly [option: string, name: string])[];
}

function membersOf({ kind, options, repeats }: ContentNode): Members | null {
  // What repeats is looked at where it stands for the first time.
  if (repeats) return null;
  if (kind.name === 'struct') {
    const { fields, panels = [], settings = [], labelFormat = '' } = options as StructOptions;
    const ofPanels = panels.flatMap(fieldNames).map((name) => ['A panel', name] as const);
    const ofSettings = settings.map((name) => ['settings', name] as const);
    const ofLabel = [...labelFormat.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ['labelFormat', name] as const);
    return { nodes: fields, called: 'members', named: [...ofPanels, ...ofSettings, ...ofLabel] };
  }
  if (kind.name === 'stream') {
    const { blocks, counts = {} } = options as StreamOptions;
    return { nodes: blocks, called: 'blocks', named: Object.keys(counts).map((name) => ['counts', name] as const) };
  }
  if (kind.name === 'typedTable') {
    const { columns } = options as TypedTableOptions;
    return { nodes: columns, called: 'columns', named: [] };
  }
  return null;
}

/** Former names of blocks that hold themselves: no path reaches all of them. */
export function checkFormerBlocks(type: ContentType): DeclarationProblem[] {
  return type.fields.flatMap((field) => {
    const found: DeclarationProblem[] = [];
    const repeated = new Set(allInnerNodes(field).flatMap(({ repeats }) => repeats ?? []));
    const visit = (node: ContentNode, isRepeated: boolean, seen: ReadonlySet<ContentNode>): void => {
      const inside = isRepeated || repeated.has(node.repeats ?? node.options);
      for (const inner of innerNodes(node)) {
        if (seen.has(inner)) continue;
        if (inside && inner.options.was !== undefined)
          found.push(
            problem(
              'E012',
              `“${inner.name}” inside ${type.name}.${field.name} has a former name and lies in a block that holds itself.`,
              'Take was away, and rename it at every depth by a migration of your own: makemigrations --empty.',
            ),
          );
        visit(inner, inside, new Set([...seen, inner]));
      }
    };
    visit(field, false, new Set([field]));
    return found.slice(0, 1);
  });
}
