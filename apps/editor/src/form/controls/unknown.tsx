import type { ControlProps } from '../control';
import { Note } from '../parts/note';

/** Stands in for a kind this editor does not know. The value is shown as untouched and stays so. */
export function UnknownControl({ field }: ControlProps) {
  return <Note>This editor has no control for “{field.kind}”. What is stored stays as it is.</Note>;
}
