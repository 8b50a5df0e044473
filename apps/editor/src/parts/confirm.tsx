import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './confirm.module.css';
import { useFocusBack } from './use-focus-back';

interface ConfirmProps {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** Verb and thing, as in “Take offline”. */
  action: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  /** A third way out, drawn quietly at the left. */
  other?: ReactNode;
  cancel?: string;
  /** Above what asks, where that is a dialog of its own. */
  zIndex?: number;
}

/** A question before something that is hard to overlook. What stays safe is said in `children`. */
export function Confirm({
  opened,
  title,
  children,
  action,
  danger,
  busy,
  onConfirm,
  onClose,
  other,
  cancel = 'Cancel',
  zIndex,
}: ConfirmProps) {
  useFocusBack(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={480}
      {...(zIndex ? { zIndex } : {})}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.text}>{children}</div>
      <div className={classes.foot}>
        {other}
        <span className={classes.space} />
        <Button onClick={onClose}>{cancel}</Button>
        <Button
          variant="filled"
          onClick={onConfirm}
          loading={busy ?? false}
          data-danger={danger || undefined}
          data-autofocus
        >
          {action}
        </Button>
      </div>
    </Modal>
  );
}
