import type { ControlProps } from '../control';
import type { Read } from '../model/numbers';
import { Note } from '../parts/note';
import { GrowingBox } from '../parts/text-box';
import { useDraft } from '../parts/use-draft';

/** Structured data, typed as JSON. Text that is not JSON stays on screen and is not saved. */
export function JsonControl({ value, set, id, labelId, describedBy, invalid, readOnly }: ControlProps) {
  const draft = useDraft(value, show, read, set);
  return (
    <>
      <GrowingBox
        id={id}
        voice="code"
        value={draft.text}
        onText={draft.setText}
        onBlur={draft.settle}
        readOnly={readOnly}
        invalid={invalid || draft.problem !== null}
        spellCheck={false}
        autoCapitalize="none"
        rows={3}
        aria-labelledby={labelId}
        aria-describedby={[describedBy, draft.problem ? `${id}p` : ''].filter(Boolean).join(' ') || undefined}
      />
      {draft.problem && (
        <Note id={`${id}p`} tone="warn">
          {draft.problem}
        </Note>
      )}
    </>
  );
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
