import type { ComponentType } from 'react';
import type { PluginPanel } from '../contract';
import { Note } from '../parts/note';

/** What a panel of a plugin receives. It reads and writes values through the form's hooks. */
export interface PluginPanelProps {
  options: Readonly<Record<string, unknown>>;
  values: Readonly<Record<string, unknown>>;
  /** Pointer of the container the panel stands in; empty for the type itself. */
  base: string;
}

const panels = new Map<string, ComponentType<PluginPanelProps>>();

/** Makes a panel known to declarations as `{ panel: name }`. */
export function registerPanel(name: string, Panel: ComponentType<PluginPanelProps>): void {
  panels.set(name, Panel);
}

/** A panel which a plugin brought, or a note that it is not installed. */
export function PluginPanelView({ panel, values, base }: { panel: PluginPanel } & Omit<PluginPanelProps, 'options'>) {
  const Panel = panels.get(panel.panel);
  return (
    <div data-panel={panel.panel}>
      {Panel ? (
        <Panel options={panel.options ?? {}} values={values} base={base} />
      ) : (
        <Note tone="warn">The panel “{panel.panel}” is not installed in this editor.</Note>
      )}
    </div>
  );
}
