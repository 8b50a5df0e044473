import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import type { ControlProps } from '../control';
import { opacityOf, PICKER_START, readColour, withOpacity } from '../model/colour';
import { Note } from '../parts/note';
import { LineBox } from '../parts/text-box';
import { useDraft } from '../parts/use-draft';
import css from './colour.module.css';

/** A colour: from the system's own picker, typed or pasted, or one of the declared swatches. */
export function ColourControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<string | null>) {
  const { swatches = [], alpha = false } = field.options;
  const stored = value ?? '';
  const draft = useDraft(
    stored,
    (colour) => colour,
    (text) => readColour(text, alpha),
    set,
  );
  const solid = stored === '' ? '' : stored.slice(0, 7);
  return (
    <div className={css.colour} role="group" aria-labelledby={labelId}>
      <div className={css.line}>
        <span
          className={css.well}
          style={{ '--colour': stored || 'transparent' } as CSSProperties}
          data-none={stored === '' || undefined}
        >
          <input
            type="color"
            aria-label="Pick a colour"
            value={solid || PICKER_START}
            disabled={readOnly}
            onChange={(event) => set(withOpacity(event.currentTarget.value.toLowerCase(), opacityOf(stored)))}
          />
        </span>
        <LineBox
          id={id}
          type="text"
          voice="code"
          autoComplete="off"
          spellCheck={false}
          placeholder="#rrggbb"
          value={draft.text}
          onText={draft.setText}
          onBlur={draft.settle}
          readOnly={readOnly}
          invalid={invalid || draft.problem !== null}
          aria-labelledby={labelId}
          aria-describedby={[describedBy, draft.problem ? `${id}p` : ''].filter(Boolean).join(' ') || undefined}
          end={
            stored !== '' &&
            !readOnly && (
              <ActionIcon size={26} onClick={() => set('')} aria-label="No colour" title="No colour">
                <IconX size={16} />
              </ActionIcon>
            )
          }
        />
        {alpha && (
          <label className={css.opacity}>
            <span>Opacity</span>
            <input
              type="range"
              min={0}
              max={100}
              value={opacityOf(stored)}
              disabled={readOnly || stored === ''}
              onChange={(event) => set(withOpacity(stored, Number(event.currentTarget.value)))}
            />
            <span className="num">{opacityOf(stored)} %</span>
          </label>
        )}
      </div>
      {swatches.length > 0 && (
        <div className={css.swatches} role="group" aria-label="Offered colours">
          {swatches.map((swatch) => (
            <button
              key={swatch}
              type="button"
              className={css.swatch}
              style={{ '--colour': swatch } as CSSProperties}
              aria-label={swatch}
              title={swatch}
              aria-pressed={swatch.toLowerCase() === stored}
              disabled={readOnly}
              onClick={() => set(swatch.toLowerCase())}
            />
          ))}
        </div>
      )}
      {draft.problem && (
        <Note id={`${id}p`} tone="warn">
          {draft.problem}
        </Note>
      )}
    </div>
  );
}
