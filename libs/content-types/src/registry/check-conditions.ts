import type { Condition } from '../conditions/condition.js';
import { namesIn } from '../conditions/judge.js';
import { stepsOf } from '../conditions/scope.js';
import { innerNodes } from '../content/inner-nodes.js';
import { panelsOf } from '../declare/panels.js';
import type { PanelDeclaration } from '../declare/type-declaration.js';
import type { ContentNode } from '../kinds/field-kind.js';
import type { ContentType } from './content-types.js';
import { problem, type DeclarationProblem } from './problem.js';

/** Names of containers from the inside out; conditions reach into them. */
type Surroundings = readonly ReadonlySet<string>[];

/** A condition with the place that has it, in words. */
interface Placed {
  readonly where: string;
  readonly condition: Condition;
  readonly surroundings: Surroundings;
  /** The name of what it hides, where that is a field. */
  readonly own?: string;
}

/** Conditions that name what is not there. Rows of child items are judged inside their owner, whose fields they see. */
export function checkConditions(type: ContentType, baseNames: readonly string[]): DeclarationProblem[] {
  if (type.category === 'item') return [];
  const names = new Set([...baseNames, ...type.fields.map(({ name }) => name)]);
  const found = conditionsAmong(type.fields, panelsOf(type), [names], type.name, new Set());
  return found.flatMap((placed) => [...unknownNames(placed), ...ownName(placed)]);
}

/** What shows only while it has a value can never be given one. */
function ownName({ where, condition, own }: Placed): DeclarationProblem[] {
  return own !== undefined && namesIn(condition).includes(own)
    ? [problem('E009', `The condition of ${where} asks for itself.`, 'Name another field beside it.')]
    : [];
}

function unknownNames({ where, condition, surroundings }: Placed): DeclarationProblem[] {
  return namesIn(condition).flatMap((path) => {
    const { steps, name } = stepsOf(path);
    const names = surroundings[steps];
    if (names?.has(name)) return [];
    return problem(
      'E009',
      `The condition of ${where} asks for “${path}”, which is not there.`,
      names
        ? `Beside it are ${[...names].join(', ')}.`
        : `There are ${surroundings.length - 1} container(s) around it: take away a ../`,
    );
  });
}

function conditionsAmong(
  nodes: readonly ContentNode[],
  panels: readonly PanelDeclaration[],
  surroundings: Surroundings,
  where: string,
  seen: ReadonlySet<ContentNode>,
): Placed[] {
  const ofPanels = panels.flatMap(panelConditions).map((condition) => ({
    where: `a panel of ${where}`,
    condition,
    surroundings,
  }));
  return [...ofPanels, ...nodes.flatMap((node) => conditionsOf(node, surroundings, where, seen))];
}

function conditionsOf(
  node: ContentNode,
  surroundings: Surroundings,
  around: string,
  seen: ReadonlySet<ContentNode>,
): Placed[] {
  if (seen.has(node) || !holdsConditions(node)) return [];
  const where = `${around}.${node.name}`;
  const own = [node.options.showWhen ?? [], node.options.requireWhen ?? []].flat();
  const siblings = node.kind.siblings?.(node.options);
  const nodes = siblings?.nodes ?? innerNodes(node);
  const inner = siblings ? [new Set(nodes.map(({ name }) => name)), ...surroundings] : surroundings;
  return [
    ...own.map((condition) => ({ where, condition, surroundings, own: node.name })),
    ...conditionsAmong(nodes, siblings?.panels ?? [], inner, where, new Set([...seen, node])),
  ];
}

const answered = new WeakMap<ContentNode, boolean>();

/** Most nodes hold none: blocks that many streams share are then not looked through again for each. */
function holdsConditions(node: ContentNode): boolean {
  let answer = answered.get(node);
  if (answer === undefined) {
    answer = [...nodesWithin(node, new Set())].some(
      ({ kind, options }) =>
        options.showWhen || options.requireWhen || kind.siblings?.(options).panels?.flatMap(panelConditions).length,
    );
    answered.set(node, answer);
  }
  return answer;
}

function nodesWithin(node: ContentNode, found: Set<ContentNode>): Set<ContentNode> {
  if (found.has(node)) return found;
  found.add(node);
  for (const inner of node.kind.siblings?.(node.options).nodes ?? innerNodes(node)) nodesWithin(inner, found);
  return found;
}

function panelConditions(panel: PanelDeclaration): Condition[] {
  if (typeof panel === 'string') return [];
  const own = panel.showWhen ? [panel.showWhen] : [];
  return 'fields' in panel ? [...own, ...panel.fields.flatMap(panelConditions)] : own;
}
