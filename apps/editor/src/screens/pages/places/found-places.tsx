import { useQuery } from '@tanstack/react-query';
import { api, queryKeys, type PageTarget, type TargetQuery } from '../../../api';
import { StateMark } from '../../../parts/marks';
import { ProblemNote, SkeletonRows } from '../../../parts/states';
import { count } from '../../../parts/words';
import list from '../../../tree/page-tree-side.module.css';
import type { PlaceUse } from './place-data';
import classes from './places.module.css';

interface FoundPlacesProps {
  wish: PlaceUse;
  text: string;
  current: number | null;
  onChoose: (place: PageTarget) => void;
}

/** Places whose title fits what was typed, with the way to each, and why some cannot be chosen. */
export function FoundPlaces({ wish, text, current, onChoose }: FoundPlacesProps) {
  const { pageId, use, recursive } = wish;
  const query: TargetQuery = { for: use, recursive: recursive ? 'true' : 'false', q: text, limit: 40 };
  const found = useQuery({
    queryKey: queryKeys.targets(pageId, query),
    queryFn: ({ signal }) => api.pages.targets(pageId, query, signal),
    placeholderData: (before) => before,
  });
  if (found.isError)
    return <ProblemNote error={found.error} what="The search did not work." onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={4} height="44px" />;
  const { total, items } = found.data;
  return (
    <div className={list.list}>
      <ul aria-label={`${count(total, 'page')} found`}>
        {items.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              className={`${list.item} ${classes.found}`}
              data-here={place.id === current || undefined}
              data-refused={place.refusal !== null || undefined}
              onClick={() => onChoose(place)}
            >
              <StateMark state={place.state} />
              <span className="cut">
                <b className="cut">{place.title}</b>
                <small className="cut">
                  {place.refusal ? place.refusal.message : place.trail.join(' › ') || place.typeLabel}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {total === 0 && <p className={list.none}>No page is called “{text}”.</p>}
      {total > items.length && (
        <p className={list.none}>{count(total - items.length, 'more page')}. Type more to narrow them down.</p>
      )}
    </div>
  );
}
