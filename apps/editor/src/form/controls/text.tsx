import type { ControlProps } from '../control';
import { useSurroundings } from '../form-context';
import { Counter } from '../parts/counter';
import { GrowingBox } from '../parts/text-box';

/** Text of several lines, as high as what is written. */
export function TextControl({
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
  const text = value ?? '';
  return (
    <>
      <GrowingBox
        id={id}
        value={text}
        onText={set}
        readOnly={readOnly}
        invalid={invalid}
        plain={bare}
        placeholder={bare ? 'Write here' : undefined}
        rows={bare ? 1 : 2}
        lang={locale}
        dir="auto"
        aria-labelledby={labelId}
        aria-describedby={describedBy}
      />
      <Counter text={text} max={field.options.maxLength} />
    </>
  );
}
