import type { ComponentPropsWithoutRef, KeyboardEvent, ReactNode } from 'react';
import css from './text-box.module.css';

/** `content` is what the editor wrote, set in the serif; `ui` is data, `code` is typed letter by letter. */
export type Voice = 'content' | 'ui' | 'code';

interface LineProps extends Omit<ComponentPropsWithoutRef<'input'>, 'onChange'> {
  voice?: Voice;
  invalid?: boolean;
  icon?: ReactNode;
  end?: ReactNode;
  onText: (text: string) => void;
}

/** A one-line input in the form's look. */
export function LineBox({ voice = 'ui', invalid = false, icon, end, onText, className, ...input }: LineProps) {
  return (
    <div
      className={css.box}
      data-voice={voice}
      data-invalid={invalid || undefined}
      data-readonly={input.readOnly || input.disabled || undefined}
    >
      {icon}
      <input
        {...input}
        className={className}
        aria-invalid={invalid || undefined}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {end}
    </div>
  );
}

interface GrowingProps extends Omit<ComponentPropsWithoutRef<'textarea'>, 'onChange' | 'value'> {
  value: string;
  voice?: Voice | 'title';
  invalid?: boolean;
  /** Enter moves on instead of starting a new line. */
  oneParagraph?: boolean;
  /** No border: the block around it is the frame. */
  plain?: boolean;
  onText: (text: string) => void;
}

/** A text input which is always as high as its text. */
export function GrowingBox({
  value,
  voice = 'content',
  invalid = false,
  oneParagraph = false,
  plain = false,
  onText,
  ...area
}: GrowingProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (oneParagraph && event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
  };
  return (
    <div
      className={css.growing}
      data-value={value}
      data-voice={voice}
      data-plain={plain || undefined}
      data-invalid={invalid || undefined}
      data-readonly={area.readOnly || undefined}
    >
      <textarea
        rows={1}
        {...area}
        value={value}
        aria-invalid={invalid || undefined}
        onKeyDown={onKeyDown}
        onChange={(event) =>
          onText(oneParagraph ? event.currentTarget.value.replace(/\s*\n\s*/g, ' ') : event.currentTarget.value)
        }
      />
    </div>
  );
}
