import { useContext, useSyncExternalStore } from 'react';
import type { Condition, Field, Panel } from '../contract';
import { useForm } from '../form-context';
import { visibleWhen } from '../model/condition';
import { scopeAt, ScopeContext } from '../use-condition';

/** What panels are made from: the fields there are, without those drawn elsewhere. */
export interface PanelFields {
  fields: readonly Field[];
  without?: readonly string[] | undefined;
}

/**
 * Whether each of some lists of panels shows anything now: a field, a note or a panel of an extension whose conditions
 * hold. Renders only when an answer changes.
 */
export function useShown(lists: readonly (readonly Panel[])[], { fields, without }: PanelFields): readonly boolean[] {
  const form = useForm();
  const pointers = useContext(ScopeContext);
  const judge = () => {
    const scope = scopeAt(form.values(), pointers);
    const holds = (condition: Condition | null | undefined) => visibleWhen(condition, scope);
    const field = (name: string) => {
      const found = fields.find((candidate) => candidate.name === name);
      return found !== undefined && !without?.includes(name) && holds(found.showWhen);
    };
    return lists.map((panels) => (anyShown(panels, field, holds) ? '1' : '0')).join('');
  };
  return [...useSyncExternalStore(form.subscribe, judge)].map((answer) => answer === '1');
}

function anyShown(
  panels: readonly Panel[],
  field: (name: string) => boolean,
  holds: (condition: Condition | null | undefined) => boolean,
): boolean {
  return panels.some((panel) => {
    if ('field' in panel) return field(panel.field);
    if (!holds(panel.showWhen)) return false;
    if ('row' in panel) return panel.row.some(field);
    return 'panels' in panel ? anyShown(panel.panels, field, holds) : true;
  });
}
