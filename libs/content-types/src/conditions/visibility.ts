import type { PanelDeclaration } from '../declare/type-declaration.js';
import type { ContentNode } from '../kinds/field-kind.js';
import type { Condition } from './condition.js';
import { judge } from './judge.js';
import type { Scope } from './scope.js';

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
