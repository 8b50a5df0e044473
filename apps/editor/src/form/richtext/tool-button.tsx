import type { Icon } from '@tabler/icons-react';
import { isValidElement, type ReactElement } from 'react';
import css from './rich-text.module.css';

interface ToolButtonProps {
  label: string;
  shortcut?: string;
  on?: boolean;
  icon: Icon | ReactElement;
  onClick: () => void;
  expanded?: boolean;
}

/** A button of the text toolbar. It never takes the focus from the text by a click. */
export function ToolButton({ label, shortcut, on = false, icon: Shape, onClick, expanded }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={css.tool}
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      aria-pressed={expanded === undefined ? on : undefined}
      aria-expanded={expanded}
      data-on={on || undefined}
      tabIndex={-1}
      data-tool
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {isValidElement(Shape) ? Shape : <Shape size={18} stroke={1.75} aria-hidden />}
    </button>
  );
}
