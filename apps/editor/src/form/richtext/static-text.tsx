import { plainText } from '../model/plain-text';
import css from './rich-text.module.css';

interface StaticTextProps {
  id: string;
  labelId: string;
  html: string;
  bare: boolean;
  onFocus: () => void;
}

/** The words of a text far off the screen, until it is scrolled to or focused. */
export function StaticText({ id, labelId, html, bare, onFocus }: StaticTextProps) {
  const paragraphs = html
    .split(/<\/(?:p|h[1-6]|li|blockquote)>/)
    .map(plainText)
    .filter((text) => text !== '');
  return (
    <div className={css.editor} data-bare={bare || undefined}>
      <div
        id={id}
        className={css.text}
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-labelledby={labelId}
        onFocus={onFocus}
      >
        {paragraphs.map((text, index) => (
          <p key={index}>{text}</p>
        ))}
      </div>
    </div>
  );
}
