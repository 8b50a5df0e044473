import type { ControlProps } from '../control';
import { useSurroundings } from '../form-context';
import { Counter } from '../parts/counter';
import { GrowingBox, LineBox } from '../parts/text-box';

/** One line of text. The field that names its subject is set as the headline it will be. */
export function CharControl({
  field,
  value,
  pointer,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
  bare,
}: ControlProps<string | null>) {
  const { titlePointer, locale } = useSurroundings();
  const text = value ?? '';
  const shared = {
    id,
    readOnly,
    invalid,
    value: text,
    onText: set,
    lang: locale,
    dir: 'auto',
    'aria-labelledby': labelId,
    'aria-describedby': describedBy,
  };
  const title = pointer === titlePointer;
  return (
    <>
      {title || bare ? (
        <GrowingBox
          {...shared}
          oneParagraph
          voice={title ? 'title' : 'content'}
          plain={bare}
          placeholder={title ? field.label : 'Write here'}
        />
      ) : (
        <LineBox {...shared} voice="content" type="text" autoComplete="off" />
      )}
      <Counter text={text} max={field.options.maxLength} />
    </>
  );
}
