import type { ReactNode } from 'react';
import { ExtensionBoundary } from '../../extensions/boundary';
import { useExtensions } from '../../extensions/use-extensions';
import type { Field } from '../contract';
import { useForm, useSurroundings } from '../form-context';
import { join } from '../model/pointer';
import { FieldView } from '../parts/field-view';
import { Note } from '../parts/note';

interface ExtensionPanelPlace {
  name: string;
  options?: Record<string, unknown> | undefined;
  fields: readonly Field[];
  values: Record<string, unknown>;
  /** Pointer of the values. */
  base: string;
}

/** A panel which an extension brings. */
export function ExtensionPanel({ name, options = {}, fields, values, base }: ExtensionPanelPlace) {
  const form = useForm();
  const { subject, locale, readOnly } = useSurroundings();
  const ready = useExtensions((all) => all.ready);
  const Panel = useExtensions((all) => all.panels.get(name));
  if (!Panel) return ready ? <Note>The extension that brings the panel “{name}” is not here.</Note> : null;
  const draw = (wanted: string): ReactNode => {
    const field = fields.find((candidate) => candidate.name === wanted);
    return field && <FieldView key={wanted} field={field} value={values[wanted]} pointer={join(base, wanted)} />;
  };
  return (
    <ExtensionBoundary what={`The panel “${name}”`}>
      <Panel
        options={options}
        values={values}
        set={(field, value) => form.set(join(base, field), value)}
        field={draw}
        subject={subject}
        locale={locale}
        readOnly={readOnly}
      />
    </ExtensionBoundary>
  );
}
