import type { PanelDeclaration, PanelOptions } from '../declare/type-declaration.js';
import type { JsonObject } from './json.js';

/** A panel as the editor learns of it. */
export type PanelDescriptor =
  | { readonly field: string }
  | ({ readonly row: readonly string[] } & PanelOptions)
  | ({
      readonly heading: string;
      readonly panels: readonly PanelDescriptor[];
      readonly collapsed?: boolean;
      readonly help?: string;
      readonly icon?: string;
    } & PanelOptions)
  | ({ readonly help: string; readonly tone?: 'info' | 'warning' } & PanelOptions)
  | ({ readonly panel: string; readonly options?: JsonObject } & PanelOptions);

/** A declared panel in the form the editor reads. */
export function describePanel(panel: PanelDeclaration): PanelDescriptor {
  if (typeof panel === 'string') return { field: panel };
  if ('fields' in panel) {
    const { fields, ...rest } = panel;
    return { ...rest, panels: fields.map(describePanel) };
  }
  return panel;
}

/** The field names of a panel, inner ones included. */
export function fieldNames(panel: PanelDeclaration): string[] {
  if (typeof panel === 'string') return [panel];
  if ('row' in panel) return [...panel.row];
  return 'fields' in panel ? panel.fields.flatMap(fieldNames) : [];
}
