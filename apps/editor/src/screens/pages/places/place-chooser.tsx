import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconFilter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
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
  /** Chosen to begin with, where it is legal; then the search is not what one looks at first. */
  first?: number | null;
}

/** The page tree for choosing a parent: places where the page may not stand are quiet, and say why when chosen. */
export function PlaceChooser({ wish, chosen, onChoose, first = null }: PlaceChooserProps) {
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
  const suggested = first === null || chosen ? undefined : places.find(first);
  useEffect(() => {
    if (suggested && !suggested.refusal) onChoose(suggested);
  }, [suggested, onChoose]);
  // What is legal depends on the wish, which may have changed since the place was chosen.
  const now = chosen && places.find(chosen.id);
  useEffect(() => {
    if (now && chosen && now.refusal?.code !== chosen.refusal?.code) onChoose(now);
  }, [now, chosen, onChoose]);
  const current = chosen?.id ?? null;
  return (
    <>
      <TextInput
        aria-label="Find a page"
        placeholder="Find a page"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        leftSection={<IconFilter size={15} stroke={1.75} />}
        {...(first === null ? { 'data-autofocus': true } : {})}
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
