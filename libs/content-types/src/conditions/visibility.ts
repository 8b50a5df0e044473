import { innerNodes } from '../content/inner-nodes.js';
import { panelsOf } from '../declare/panels.js';
import type { PanelDeclaration, TypeDeclaration } from '../declare/type-declaration.js';
import type { ContentNode } from '../kinds/field-kind.js';
import type { Condition } from './condition.js';
import { judge, namesIn } from './judge.js';
import { stepsOf, type Scope } from './scope.js';

/** True when the form shows a value: by its own condition and those of the panels around it. */
export function isShown(node: ContentNode, scope: Scope | null): boolean {
  if (!scope) return true;
  const { showWhen } = node.options;
  if (showWhen && !judge(showWhen, scope)) return false;
  if (!scope.panels || !scope.nodes.includes(node)) return true;
  return conditionsOf(scope.panels, node.name).every((condition) => judge(condition, scope));
}

/** True when the value must be there before publishing, if only while others say so. */
export function isAskedFor(node: ContentNode, scope: Scope | null): boolean {
  const { requireWhen } = node.options;
  return requireWhen !== undefined && scope !== null && judge(requireWhen, scope);
}

/** True for a field that the form does not always show. */
export function hasConditions(node: ContentNode, type: Pick<TypeDeclaration, 'target' | 'tabs' | 'side'>): boolean {
  return node.options.showWhen !== undefined || conditionsOf(panelsOf(type), node.name).length > 0;
}

/** True when something inside a value is shown or not by values outside it. */
export function looksOutside(node: ContentNode): boolean {
  return innerConditions(node, 0, new Set()).some(({ condition, depth }) =>
    namesIn(condition).some((path) => stepsOf(path).steps >= depth),
  );
}

interface InnerCondition {
  readonly condition: Condition;
  /** How many steps out of its container the surroundings of the value are. */
  readonly depth: number;
}

function innerConditions(node: ContentNode, depth: number, seen: Set<ContentNode>): InnerCondition[] {
  if (seen.has(node)) return [];
  seen.add(node);
  const siblings = node.kind.siblings?.(node.options);
  const inner = siblings ? depth + 1 : depth;
  return (siblings?.nodes ?? innerNodes(node)).flatMap((child) => {
    const own = [child.options.showWhen ?? [], conditionsOf(siblings?.panels ?? [], child.name)].flat();
    return [...own.map((condition) => ({ condition, depth: inner })), ...innerConditions(child, inner, seen)];
  });
}

type ByName = ReadonlyMap<string, readonly Condition[]>;
const known = new WeakMap<readonly PanelDeclaration[], ByName>();

/** Conditions of all panels around the field of that name. */
export function conditionsOf(panels: readonly PanelDeclaration[], name: string): readonly Condition[] {
  let byName = known.get(panels);
  if (!byName) {
    byName = new Map(panels.flatMap((panel) => fieldsWithConditions(panel, [])));
    known.set(panels, byName);
  }
  return byName.get(name) ?? [];
}

function fieldsWithConditions(panel: PanelDeclaration, around: readonly Condition[]): [string, readonly Condition[]][] {
  if (typeof panel === 'string') return [[panel, around]];
  const conditions = panel.showWhen ? [...around, panel.showWhen] : around;
  if ('row' in panel) return panel.row.map((name) => [name, conditions]);
  return 'fields' in panel ? panel.fields.flatMap((inner) => fieldsWithConditions(inner, conditions)) : [];
}
