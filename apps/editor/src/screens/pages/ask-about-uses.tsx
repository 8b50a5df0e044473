import { notifications } from '@mantine/notifications';
import type { UsagePart } from '../../api';
import classes from '../../parts/undo.module.css';

/** Uses that the question names. */
const named = 3;

/** What a refusal says, with the titles of what points there: “Home” is used in 2 places: “Visit”, “Fares”. */
export function usesInWords(detail: string | undefined, usage: UsagePart | undefined): string {
  const titles = (usage?.items ?? []).slice(0, named).map(({ title }) => `“${title}”`);
  const sentence = detail ?? 'It is used elsewhere.';
  return titles.length === 0 ? sentence : `${sentence.replace(/\.$/, '')}: ${titles.join(', ')}.`;
}

/** Asks whether pages go to the trash though something points at them; true when the person says so. */
export function askAboutUses(sentences: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const id = `uses-${Date.now()}`;
    notifications.show({
      id,
      autoClose: false,
      withCloseButton: true,
      role: 'alertdialog',
      // Closed without an answer, nothing happens. After the answer this says nothing any more.
      onClose: () => resolve(false),
      message: (
        <span className={classes.row}>
          {sentences.join(' ')} Links there lead nowhere until it is back.
          <button
            type="button"
            className={classes.undo}
            onClick={() => {
              resolve(true);
              notifications.hide(id);
            }}
          >
            Move to trash all the same
          </button>
        </span>
      ),
    });
  });
}
