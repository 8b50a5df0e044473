import { useErrors } from '../form-context';
import type { Field, Panel } from '../contract';
import { join } from '../model/pointer';
import { same } from '../model/same';
import { FieldView } from '../parts/field-view';
import { ExtensionPanel } from './extension-panel';
import css from './panels.module.css';

interface PanelListProps {
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

function PanelView({ panel, ...list }: PanelListProps & { panel: Panel }) {
  if ('field' in panel) return <PanelField {...list} name={panel.field} />;
  if ('row' in panel) {
    const names = panel.row.filter((name) => list.fields.some((field) => field.name === name));
    return (
      <div className={css.row} data-count={names.length}>
        {names.map((name) => (
          <PanelField key={name} {...list} name={name} />
        ))}
      </div>
    );
  }
  if ('help' in panel) return <p className={css.help}>{panel.help}</p>;
  if ('panel' in panel) return <ExtensionPanel {...list} name={panel.panel} options={panel.options} />;
  if (panel.collapsed === undefined || panel.collapsed === null) {
    return (
      <section className={css.group} aria-label={panel.heading}>
        <h2 className={css.heading}>{panel.heading}</h2>
        <PanelList {...list} panels={panel.panels} />
      </section>
    );
  }
  return <Collapsible {...list} heading={panel.heading} panels={panel.panels} open={!panel.collapsed} />;
}

function Collapsible({ heading, open, ...list }: PanelListProps & { heading: string; open: boolean }) {
  const errors = useErrors();
  const count = fieldsOf(list.panels).reduce((sum, name) => sum + errors.count(join(list.base, name)), 0);
  return (
    <details className={css.group} open={open || count > 0 ? true : undefined}>
      <summary className={css.summary}>
        {heading}
        {count > 0 && (
          <span className={css.count} data-tone="danger">
            {count}
          </span>
        )}
      </summary>
      <PanelList {...list} />
    </details>
  );
}

function PanelField({ name, fields, values, base, live, without }: Omit<PanelListProps, 'panels'> & { name: string }) {
  const field = fields.find((candidate) => candidate.name === name);
  if (!field || without?.includes(name)) return null;
  const changed = live ? !same(values[name] ?? null, live[name] ?? null) : false;
  return <FieldView field={field} value={values[name]} pointer={join(base, name)} changed={changed} />;
}

/** The names of all fields within some panels. */
export function fieldsOf(panels: readonly Panel[]): string[] {
  return panels.flatMap((panel) =>
    'field' in panel ? [panel.field] : 'row' in panel ? panel.row : 'panels' in panel ? fieldsOf(panel.panels) : [],
  );
}
