import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { api, queryKeys, type PageTarget } from '../../../api';
import { ProblemNote, SkeletonRows } from '../../../parts/states';
import { PageTree } from '../../../tree/page-tree';
import { useRowHeight } from '../../../tree/page-tree-side';
import { FoundPlaces } from './found-places';
import { usePlaces, type PlaceUse } from './place-data';
import classes from './places.module.css';

interface PlaceChooserProps {
  wish: PlaceUse;
  chosen: PageTarget | null;
  onChoose: (place: PageTarget) => void;
  autoFocus?: boolean;
}

/** The page tree for choosing a parent: places where the page may not stand are quiet, and say why when chosen. */
export function PlaceChooser({ wish, chosen, onChoose, autoFocus = true }: PlaceChooserProps) {
  const [open, setOpen] = useState<Set<number>>(new Set());
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 180);
  const places = usePlaces(wish, open);
  const rowHeight = useRowHeight();
  const source = useQuery({ queryKey: queryKeys.page(wish.pageId), queryFn: () => api.pages.get(wish.pageId) });
  const [opened, setOpened] = useState(false);
  if (!opened && source.data) {
    setOpened(true);
    setOpen(new Set(source.data.ancestors.map((ancestor) => ancestor.id)));
  }
  const choose = (id: number): void => {
    const place = places.find(id);
    if (place) onChoose(place);
  };
  const current = chosen?.id ?? null;
  return (
    <>
      <TextInput
        aria-label="Find a page"
        placeholder="Find a page"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        leftSection={<IconFilter size={15} stroke={1.75} />}
        {...(autoFocus ? { 'data-autofocus': true } : {})}
      />
      <div className={classes.tree}>
        {wanted ? (
          <FoundPlaces wish={wish} text={wanted} current={current} onChoose={onChoose} />
        ) : places.failed ? (
          <ProblemNote error={places.error} what="The pages could not be loaded." onRetry={() => void places.retry()} />
        ) : places.waiting ? (
          <SkeletonRows rows={6} height="var(--trow)" />
        ) : (
          <PageTree
            label="Places"
            nodes={places.nodes}
            open={open}
            onOpenChange={setOpen}
            current={current}
            onGo={choose}
            onMore={places.showMore}
            onRetry={() => void places.retry()}
            rowHeight={rowHeight}
          />
        )}
      </div>
    </>
  );
}
