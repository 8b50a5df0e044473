import { notifications } from '@mantine/notifications';
import classes from './undo.module.css';

const CLOSABLE = { withCloseButton: true, closeButtonProps: { 'aria-label': 'Close' } };

/** Says what was done and offers 10 s to take it back. What is said at a `place` goes when something else is said there. */
export function showUndo(message: string, undo: () => Promise<unknown>, place?: string): void {
  const id = idFor(place);
  const takeBack = (): void => {
    notifications.hide(id);
    undo().catch(() => showNote('That could not be taken back. Look in the history of the page.'));
  };
  notifications.show({
    id,
    autoClose: 10_000,
    ...CLOSABLE,
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

/** Says what was done. What is said at a `place` goes when something else is said there. */
export function showNote(message: string, place?: string): void {
  notifications.show({ id: idFor(place), autoClose: 5_000, ...CLOSABLE, role: 'status', message });
}

const saidAt = new Map<string, string>();
let said = 0;

/** A new name for what is said; what was said at the same place before is taken away. */
function idFor(place?: string): string {
  said += 1;
  const id = `note-${said}`;
  if (place === undefined) return id;
  const before = saidAt.get(place);
  if (before) notifications.hide(before);
  saidAt.set(place, id);
  return id;
}
