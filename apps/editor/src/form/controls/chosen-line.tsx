import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './chosen.module.css';

interface ChosenLineProps {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  icon: ReactNode;
  /** `null` while nothing is chosen. */
  chosen: { title: string; meta?: string; mark?: ReactNode; gone?: boolean } | null;
  chooseLabel: string;
  readOnly: boolean;
  invalid: boolean;
  onOpen: () => void;
  onClear: () => void;
  /** Opens what is chosen, where it can be edited in place. */
  onEdit?: (() => void) | undefined;
}

/** One chosen thing on one line, or the button to choose it. */
export function ChosenLine({
  id,
  labelId,
  describedBy,
  icon,
  chosen,
  chooseLabel,
  readOnly,
  invalid,
  onOpen,
  onClear,
  onEdit,
}: ChosenLineProps) {
  if (!chosen) {
    return (
      <Button
        id={id}
        leftSection={icon}
        disabled={readOnly}
        onClick={onOpen}
        aria-labelledby={`${id}t ${labelId}`}
        aria-describedby={describedBy}
        className={invalid ? css.invalid : undefined}
      >
        <span id={`${id}t`}>{chooseLabel}</span>
      </Button>
    );
  }
  return (
    <div
      className={css.line}
      data-invalid={invalid || undefined}
      data-gone={chosen.gone || undefined}
      role="group"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
    >
      <span className={css.lineIcon}>{chosen.mark ?? icon}</span>
      <span className={css.lineText}>
        <b className="cut">{chosen.title}</b>
        {chosen.meta && <span className="cut">{chosen.meta}</span>}
      </span>
      {!readOnly && (
        <>
          {onEdit && (
            <ActionIcon onClick={onEdit} aria-label={`Edit ${chosen.title}`} title="Edit">
              <IconPencil size={18} stroke={1.75} />
            </ActionIcon>
          )}
          <Button id={id} size="xs" onClick={onOpen} aria-describedby={labelId}>
            Replace
          </Button>
          <ActionIcon onClick={onClear} aria-label="Clear" title="Clear">
            <IconX size={18} stroke={1.75} />
          </ActionIcon>
        </>
      )}
    </div>
  );
}
