import { BulkDialog } from '../../bulk/bulk-dialog';
import type { PageRow } from '../../api';
import { count } from '../../parts/words';

/** So many pages are done while one looks on, with undo; more are done in the background. */
export const AT_ONCE = 20;

/** The pages an operation is about: some of a list, or all that it holds. */
export type PagesMeant = { ids: number[] } | { query: Record<string, unknown>; total: number };

/** What is asked to be done to many pages. */
export type PagesWish =
  | { verb: 'publish' | 'unpublish' | 'delete'; pages: PagesMeant }
  | { verb: 'move'; pages: PagesMeant; parentId: number; place: string }
  | { verb: 'publish' | 'unpublish'; below: Pick<PageRow, 'id' | 'title' | 'childCount'> };

const questions: Record<PagesWish['verb'], [question: string, button: string, meaning: string]> = {
  publish: [
    'Publish',
    'Publish',
    'Readers will see the newest version of each. What is not ready yet is refused and stays as it is.',
  ],
  unpublish: ['Take offline', 'Take offline', 'Readers won’t find them any more. Their drafts and their history stay.'],
  delete: [
    'Move to the trash',
    'Move to trash',
    'They go with all pages below them, and can be taken back from the trash.',
  ],
  move: ['Move', 'Move', 'They go with all pages below them. Their former addresses lead to the new ones.'],
};

/** How many pages are meant. */
export const sizeOf = (pages: PagesMeant): number => ('ids' in pages ? pages.ids.length : pages.total);

/** Asks whether, and does it in the background. */
export function BulkWishDialog({
  wish,
  onClose,
  onDone,
}: {
  wish: PagesWish;
  onClose: () => void;
  onDone: () => void;
}) {
  const [question, button, meaning] = questions[wish.verb];
  const below = 'below' in wish ? wish.below : null;
  const what = below
    ? `“${below.title}” and all pages below it`
    : 'pages' in wish
      ? count(sizeOf(wish.pages), 'page')
      : '';
  const meant: { ids?: string[]; query?: Record<string, unknown> } = below
    ? { ids: [String(below.id)] }
    : 'pages' in wish && 'ids' in wish.pages
      ? { ids: wish.pages.ids.map(String) }
      : 'pages' in wish && 'query' in wish.pages
        ? { query: wish.pages.query }
        : {};
  const given = below ? { descendants: true } : wish.verb === 'move' ? { parentId: wish.parentId } : {};
  return (
    <BulkDialog
      question={`${question} ${what}${wish.verb === 'move' ? ` to “${wish.place}”` : ''}?`}
      verb={button}
      danger={wish.verb === 'delete' || wish.verb === 'unpublish'}
      canInsist={wish.verb === 'delete'}
      wish={{ kind: `page.${wish.verb}`, ...meant, arguments: given }}
      onClose={onClose}
      onDone={onDone}
    >
      {meaning}
    </BulkDialog>
  );
}
