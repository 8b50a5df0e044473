import type { ControlProps } from '../control';
import { useSurroundings } from '../form-context';
import { Counter } from '../parts/counter';
import { GrowingBox } from '../parts/text-box';
import css from './controls.module.css';

/** Somebody's words, set as a quote. */
export function BlockquoteControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
  bare,
}: ControlProps<string | null>) {
  const { locale } = useSurroundings();
  return (
    <div className={css.quote}>
      <GrowingBox
        id={id}
        plain={bare}
        value={value ?? ''}
        onText={set}
        readOnly={readOnly}
        invalid={invalid}
        placeholder="Somebody’s words"
        lang={locale}
        dir="auto"
        aria-labelledby={labelId}
        aria-describedby={describedBy}
      />
      <Counter text={value ?? ''} max={field.options.maxLength} />
    </div>
  );
}
