import { className } from '../declare/declaration-store.js';
import type { ListOptions } from '../kinds/list-kind.js';
import type { ContentNode, FieldStorage } from '../kinds/field-kind.js';
import { allInnerNodes, innerNodes } from '../content/inner-nodes.js';
import type { ContentType } from './content-types.js';
import { problem, type DeclarationProblem } from './problem.js';

interface Step {
  readonly from: object;
  readonly to: object;
  /** `BlogPost.author`. */
  readonly label: string;
}

type Relation = Extract<FieldStorage, { type: 'relation' }>;

/** Relations in a circle without a break: of rows that need each other first, or of deletions that take all along. */
export function checkRelationCycles(types: readonly ContentType[]): DeclarationProblem[] {
  const required = circles(stepsOf(types, (field) => field.options.required === true));
  const cascading = circles(stepsOf(types, (_field, relation) => relation.onDelete === 'CASCADE'));
  return [
    ...required.map((steps) =>
      problem(
        'E019',
        `None of these can be made first, as each needs the next: ${inWords(steps)}.`,
        'Let one of them be empty: required: false or ‘to-publish’.',
      ),
    ),
    // Rows of one type below each other are a tree, and a tree may go as a whole.
    ...cascading
      .filter((steps) => steps.length > 1)
      .map((steps) =>
        problem(
          'E020',
          `Deleting one row would delete all these round and round: ${inWords(steps)}.`,
          'Give one of them onDelete: SET NULL or RESTRICT.',
        ),
      ),
  ];
}

function stepsOf(types: readonly ContentType[], counts: (field: ContentNode, relation: Relation) => boolean): Step[] {
  return types.flatMap(({ target, fields }) =>
    fields.flatMap((field) => {
      const storage = field.kind.storage?.(field.options);
      if (storage?.type !== 'relation' || !counts(field, storage)) return [];
      return [{ from: target, to: storage.target(), label: `${className(target)}.${field.name}` }];
    }),
  );
}

const inWords = (steps: readonly Step[]): string => steps.map(({ label }) => label).join(' → ');

/** Each circle once, from the step that was declared first. */
function circles(steps: readonly Step[]): Step[][] {
  const found: Step[][] = [];
  const known = new Set<Step>();
  for (const start of steps) {
    if (known.has(start)) continue;
    const circle = wayBack(start, start, steps, new Set([start]));
    if (!circle) continue;
    for (const step of circle) known.add(step);
    found.push(circle);
  }
  return found;
}

function wayBack(start: Step, at: Step, steps: readonly Step[], passed: Set<Step>): Step[] | null {
  if (at.to === start.from) return [at];
  for (const next of steps) {
    if (next.from !== at.to || passed.has(next)) continue;
    passed.add(next);
    const rest = wayBack(start, next, steps, passed);
    if (rest) return [at, ...rest];
  }
  return null;
}

/** Blocks that can never be filled in, as each needs another of itself. */
export function checkBlockRecursion(type: ContentType): DeclarationProblem[] {
  return type.fields.flatMap((field) => {
    const circle = needsItself(field);
    if (!circle) return [];
    const names = circle.map(({ name }) => `“${name}”`).join(' → ');
    return [
      problem(
        'E021',
        `A block inside ${type.name}.${field.name} needs another of itself without end: ${names}.`,
        'Let it stay empty where it repeats: optional(lazy(() => …)), or a list or stream without min.',
      ),
    ];
  });
}

/** What tells a block from others, wherever it is used. */
const identity = (node: ContentNode): object => node.repeats ?? node.options;

function needsItself(field: ContentNode): ContentNode[] | null {
  const done = new Set<object>();
  const visit = (node: ContentNode, way: readonly ContentNode[]): ContentNode[] | null => {
    const before = way.findIndex((earlier) => identity(earlier) === identity(node));
    if (before >= 0) return [...way.slice(before), node];
    if (done.has(identity(node))) return null;
    const needed = innerNodes(node).filter((inner) => isNeeded(node, inner));
    const [circle = null] = needed.map((inner) => visit(inner, [...way, node])).filter((found) => found !== null);
    done.add(identity(node));
    return circle;
  };
  const [circle = null] = [field, ...allInnerNodes(field)]
    .map((node) => visit(node, []))
    .filter((found) => found !== null);
  return circle;
}

/** Whatever may stay empty breaks the circle. */
function isNeeded(container: ContentNode, inner: ContentNode): boolean {
  const isRequired = (node: ContentNode): boolean => (node.options.required ?? false) !== false;
  if (container.kind.name === 'struct') return isRequired(inner) || holdsByNature(inner);
  return container.kind.name === 'list' && (isRequired(container) || ((container.options as ListOptions).min ?? 0) > 0);
}

/** A struct is always there, asked for or not; one that is declared by `lazy` may be null. */
function holdsByNature(node: ContentNode): boolean {
  return node.kind.name === 'struct' && node.repeats === undefined;
}
