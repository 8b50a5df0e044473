import type { ControlProps } from '../control';
import { jsonFaults } from '../model/json-faults';
import { lineOf } from '../model/json-place';
import type { Read } from '../model/numbers';
import { steps } from '../model/pointer';
import { Note } from '../parts/note';
import { GrowingBox } from '../parts/text-box';
import css from './controls.module.css';
import { useDraft } from '../parts/use-draft';

/**
 * Structured data, typed as JSON. Text that is not JSON stays on screen and is not saved; what does not satisfy the
 * field's schema is told with its line while one types.
 */
export function JsonControl({ field, value, set, id, labelId, describedBy, invalid, readOnly }: ControlProps) {
  const draft = useDraft(value, show, read, set);
  const faults = draft.problem || draft.text.trim() === '' ? [] : jsonFaults(field.options.schema, value);
  return (
    <>
      <GrowingBox
        id={id}
        voice="code"
        value={draft.text}
        onText={draft.setText}
        onBlur={draft.settle}
        readOnly={readOnly}
        invalid={invalid || draft.problem !== null || faults.length > 0}
        spellCheck={false}
        autoCapitalize="none"
        rows={3}
        aria-labelledby={labelId}
        aria-describedby={
          [describedBy, draft.problem || faults.length ? `${id}p` : ''].filter(Boolean).join(' ') || undefined
        }
      />
      {draft.problem && (
        <Note id={`${id}p`} tone="warn">
          {draft.problem}
        </Note>
      )}
      {faults.length > 0 && (
        <Note id={`${id}p`} tone="warn">
          {faults.map(({ pointer, message }) => (
            <span key={pointer + message} className={css.fault}>
              <b>
                Line {lineOf(draft.text, pointer)}
                {pointer && `, ${nameOf(pointer)}`}:
              </b>{' '}
              {message}
            </span>
          ))}
        </Note>
      )}
    </>
  );
}

/** A place in the data as one would say it: `soil, layers 3, depth`. */
function nameOf(pointer: string): string {
  return steps(pointer)
    .map((step, index, all) =>
      /^\d+$/.test(step) ? '' : step + (/^\d+$/.test(all[index + 1] ?? '') ? ` ${Number(all[index + 1]) + 1}` : ''),
    )
    .filter(Boolean)
    .join(', ');
}

function show(value: unknown): string {
  return value === null || value === undefined ? '' : JSON.stringify(value, null, 2);
}

function read(text: string): Read<unknown> {
  if (text.trim() === '') return { ok: true, value: null };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const where = /line \d+ column \d+/.exec((error as Error).message)?.[0];
    return { ok: false, message: `This is not JSON yet${where ? ` (${where})` : ''}. It is saved once it is.` };
  }
}
