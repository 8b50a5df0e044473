import { fieldNames } from '../content/describe-panel.js';
import type { ContentNode } from '../kinds/field-kind.js';
import type { StreamOptions } from '../kinds/stream-kind.js';
import type { StructOptions } from '../kinds/struct-kind.js';
import type { TypedTableOptions } from '../kinds/typed-table-kind.js';
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
