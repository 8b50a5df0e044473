import { Button, Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconFilter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { api, queryKeys } from '../../api';
import { ProblemNote, SkeletonRows } from '../../parts/states';
import { count } from '../../parts/words';
import { FilteredPages } from '../../tree/filtered-pages';
import { PageTree } from '../../tree/page-tree';
import { useRowHeight } from '../../tree/page-tree-side';
import { useTree } from '../../tree/tree-data';
import type { PageLike } from './page-actions';
import classes from './move-dialog.module.css';

interface MoveDialogProps {
  pages: (PageLike & { type: string })[];
  onClose: () => void;
  onMove: (parentId: number, place: string) => Promise<void>;
}

/** Chooses where pages go, in the page tree. The button is a sentence about what will happen. */
export function MoveDialog({ pages, onClose, onMove }: MoveDialogProps) {
  const first = pages[0];
  const [open, setOpen] = useState<Set<number>>(new Set());
  const [place, setPlace] = useState<number | null>(null);
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 180);
  const [busy, setBusy] = useState(false);
  const tree = useTree(open, null);
  const rowHeight = useRowHeight();
  const ids = useMemo(() => new Set(pages.map((page) => page.id)), [pages]);

  const source = useQuery({ queryKey: queryKeys.page(first?.id ?? 0), queryFn: () => api.pages.get(first?.id ?? 0) });
  const [opened, setOpened] = useState(false);
  if (!opened && source.data) {
    setOpened(true);
    setOpen(new Set(source.data.ancestors.map((ancestor) => ancestor.id)));
  }

  const target = useQuery({
    queryKey: queryKeys.page(place ?? 0),
    queryFn: () => api.pages.get(place ?? 0),
    enabled: place !== null,
  });
  const chosen = place !== null && target.data?.id === place ? target.data : null;
  const why = ((): string | null => {
    if (!chosen) return null;
    if (ids.has(chosen.id) || chosen.ancestors.some((ancestor) => ids.has(ancestor.id)))
      return 'A page can’t be moved below itself.';
    if (pages.every((page) => page.parentId === chosen.id))
      return `${pages.length === 1 ? 'It is' : 'They are'} there already.`;
    if (pages.some((page) => !chosen.childTypes.includes(page.type)))
      return `“${chosen.title}” can’t have this kind of page below it.`;
    return null;
  })();

  const what = pages.length === 1 ? `“${first?.title ?? ''}”` : count(pages.length, 'page');
  const submit = (): void => {
    if (!chosen || why) return;
    setBusy(true);
    void onMove(chosen.id, chosen.title).finally(onClose);
  };
  return (
    <Modal opened onClose={onClose} title={`Move ${what}`} size={560} closeButtonProps={{ 'aria-label': 'Close' }}>
      <p className={classes.lead}>
        Choose the page it goes below. Its address changes with it, and so do the addresses below it.
      </p>
      <TextInput
        aria-label="Find a page"
        placeholder="Find a page"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        leftSection={<IconFilter size={15} stroke={1.75} />}
        data-autofocus
      />
      <div className={classes.tree}>
        {wanted ? (
          <FilteredPages text={wanted} locale={null} current={place} onGo={setPlace} />
        ) : tree.failed ? (
          <ProblemNote error={tree.error} what="The page tree could not be loaded." onRetry={() => void tree.retry()} />
        ) : tree.waiting && tree.nodes.length <= 1 ? (
          <SkeletonRows rows={6} height="var(--trow)" />
        ) : (
          <PageTree
            label="Places"
            nodes={tree.nodes}
            open={open}
            onOpenChange={setOpen}
            current={place}
            onGo={setPlace}
            onMore={tree.showMore}
            onRetry={() => void tree.retry()}
            disabled={ids}
            rowHeight={rowHeight}
          />
        )}
      </div>
      <div className={classes.foot}>
        <p role="status">{why}</p>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" onClick={submit} loading={busy} disabled={!chosen || why !== null}>
          {chosen && !why ? `Move to “${chosen.title}”` : 'Choose a place'}
        </Button>
      </div>
    </Modal>
  );
}
