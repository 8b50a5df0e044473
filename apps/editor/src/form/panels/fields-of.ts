import type { ContentType, Panel } from '../contract';

/** The names of all fields within some panels. */
export function fieldsOf(panels: readonly Panel[]): string[] {
  return panels.flatMap((panel) =>
    'field' in panel ? [panel.field] : 'row' in panel ? panel.row : 'panels' in panel ? fieldsOf(panel.panels) : [],
  );
}

/** Whether some panels show anything: a field that is there and drawn here, or something that is no field. */
export function showsAnything(panels: readonly Panel[], drawn: (name: string) => boolean): boolean {
  return panels.some((panel) =>
    'panels' in panel
      ? showsAnything(panel.panels, drawn)
      : 'panel' in panel || fieldsOf([panel]).some((name) => drawn(name)),
  );
}

/** The column beside a form; empty where every field in it is drawn elsewhere. */
export function sideOf({ side, fields }: ContentType, without: readonly string[] = []): Panel[] {
  const names = new Set(fields.map((field) => field.name));
  return showsAnything(side, (name) => names.has(name) && !without.includes(name)) ? side : [];
}
