import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, queryKeys, type PageDetail, type PageRow } from '../../../api';
import { showUndo } from '../../../parts/undo';
import { CopyDialog } from './copy-dialog';

type Copyable = Pick<PageRow, 'id' | 'title' | 'slug' | 'live' | 'childCount' | 'parentId'>;

/** The dialog for copying a page, and what is said afterwards. Undo moves the copy to the trash. */
export function useCopying(): { copy: (page: Copyable) => void; dialog: ReactNode } {
  const queries = useQueryClient();
  const [page, setPage] = useState<Copyable | null>(null);
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: queryKeys.pages });
  const tell = (copy: PageDetail, place: string): void => {
    void refresh();
    const done = copy.aliasOf ? 'is mirrored below' : 'was copied to';
    showUndo(`“${copy.title}” ${done} “${place}”.`, () => api.pages.remove(copy.id).then(refresh));
  };
  return {
    copy: setPage,
    dialog: page && <CopyDialog page={page} onClose={() => setPage(null)} onCopied={tell} />,
  };
}
