import { notifications } from '@mantine/notifications';
import classes from './undo.module.css';

/** Says what was done and offers 10 s to take it back. */
export function showUndo(message: string, undo: () => Promise<unknown>): void {
  const id = `undo-${Date.now()}`;
  const takeBack = (): void => {
    notifications.hide(id);
    undo().catch(() => showNote('That could not be taken back. Look in the history of the page.'));
  };
  notifications.show({
    id,
    autoClose: 10_000,
    withCloseButton: true,
    role: 'status',
    message: (
      <span className={classes.row}>
        {message}
        <button type="button" className={classes.undo} onClick={takeBack}>
          Undo
        </button>
      </span>
    ),
  });
}

/** Says what was done. */
export function showNote(message: string): void {
  notifications.show({ autoClose: 5_000, withCloseButton: true, role: 'status', message });
}
