import type { ControlProps } from '../control';
import { GrowingBox } from '../parts/text-box';

/** Markup that is published exactly as it is written. */
export function RawHtmlControl({
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<string | null>) {
  return (
    <GrowingBox
      id={id}
      voice="code"
      value={value ?? ''}
      onText={set}
      readOnly={readOnly}
      invalid={invalid}
      spellCheck={false}
      autoCapitalize="none"
      rows={3}
      placeholder="<p>Markup, published as it is</p>"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
    />
  );
}
