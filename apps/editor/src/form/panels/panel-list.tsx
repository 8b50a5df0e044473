import { useErrors } from '../form-context';
import type { Field, GroupPanel, Panel, PluginPanel } from '../contract';
import { join } from '../model/pointer';
import { same } from '../model/same';
import { FieldView } from '../parts/field-view';
import { Note } from '../parts/note';
import { useCondition } from '../use-condition';
import { ExtensionPanel } from './extension-panel';
import { fieldsOf } from './fields-of';
import { Group } from './group';
import css from './panels.module.css';
import { useShown } from './use-shown';

export interface PanelListProps {
  panels: readonly Panel[];
  fields: readonly Field[];
  values: Record<string, unknown>;
  base: string;
  live?: Record<string, unknown> | null;
  /** Fields drawn elsewhere. */
  without?: readonly string[];
}

/** Fields in the arrangement their type declares. */
export function PanelList(props: PanelListProps) {
  return props.panels.map((panel, index) => <PanelView key={index} {...props} panel={panel} />);
}

type PanelViewProps = Omit<PanelListProps, 'panels'> & { panel: Panel };

/** One panel, while its condition holds. */
function PanelView({ panel, ...list }: PanelViewProps) {
  const shown = useCondition('showWhen' in panel ? panel.showWhen : null);
  if (!shown) return null;
  if ('field' in panel) return <PanelField {...list} name={panel.field} />;
  if ('row' in panel) return <Row {...list} names={panel.row} />;
  if ('panel' in panel) return <Plugin {...list} panel={panel} />;
  if ('heading' in panel) return <Headed {...list} panel={panel} />;
  return (
    <div className={css.help}>
      <Note tone={panel.tone === 'warning' ? 'warn' : 'plain'}>{panel.help}</Note>
    </div>
  );
}

/** A group, unless there is nothing to head: no permission for any of its fields, or all hidden by their conditions. */
function Headed({ panel, ...list }: Omit<PanelListProps, 'panels'> & { panel: GroupPanel }) {
  const errors = useErrors();
  const [shown] = useShown([panel.panels], list);
  if (!shown) return null;
  const wrong = fieldsOf(panel.panels).reduce((sum, name) => sum + errors.count(join(list.base, name)), 0);
  return (
    <Group panel={panel} errors={wrong}>
      <PanelList {...list} panels={panel.panels} />
    </Group>
  );
}

function Plugin({ panel, ...list }: Omit<PanelListProps, 'panels'> & { panel: PluginPanel }) {
  return (
    <div data-panel={panel.panel}>
      <ExtensionPanel {...list} name={panel.panel} options={panel.options} />
    </div>
  );
}

/** Kinds of which two stand side by side on a phone, too. */
const SHORT = new Set(['date', 'time', 'integer', 'float', 'decimal', 'boolean']);

function Row({ names, ...list }: Omit<PanelListProps, 'panels'> & { names: readonly string[] }) {
  const drawn = names.filter((name) => isDrawn(name, list));
  if (drawn.length === 0) return null;
  const short = drawn.every((name) => SHORT.has(list.fields.find((field) => field.name === name)?.kind ?? ''));
  return (
    <div className={css.row} data-count={drawn.length} data-short={short || undefined}>
      {drawn.map((name) => (
        <PanelField key={name} {...list} name={name} />
      ))}
    </div>
  );
}

function PanelField({ name, fields, values, base, live, without }: Omit<PanelListProps, 'panels'> & { name: string }) {
  const field = fields.find((candidate) => candidate.name === name);
  if (!field || without?.includes(name)) return null;
  const changed = live ? !same(values[name] ?? null, live[name] ?? null) : false;
  return <FieldView field={field} value={values[name]} pointer={join(base, name)} changed={changed} />;
}

function isDrawn(name: string, { fields, without }: Pick<PanelListProps, 'fields' | 'without'>): boolean {
  return fields.some((field) => field.name === name) && !without?.includes(name);
}
