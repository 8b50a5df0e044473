import { useQuery } from '@tanstack/react-query';
import { api, queryKeys, type PageQuery } from '../api';
import { StateMark } from '../parts/marks';
import { ProblemNote, SkeletonRows } from '../parts/states';
import { count } from '../parts/words';
import classes from './page-tree-side.module.css';

interface FilteredPagesProps {
  text: string;
  locale: string | null;
  current: number | null;
  onGo: (id: number) => void;
}

/** Pages whose title fits the filter, wherever they are in the tree. */
export function FilteredPages({ text, locale, current, onGo }: FilteredPagesProps) {
  const query: PageQuery = { q: text, limit: 40, ...(locale ? { locale } : {}) };
  const found = useQuery({
    queryKey: queryKeys.pageList(query),
    queryFn: ({ signal }) => api.pages.list(query, signal),
    placeholderData: (before) => before,
  });
  if (found.isError)
    return <ProblemNote error={found.error} what="The filter did not work." onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={4} height="44px" />;
  const rest = found.data.total - found.data.items.length;
  return (
    <div className={classes.list}>
      <ul aria-label={`${count(found.data.total, 'page')} found`}>
        {found.data.items.map((page) => (
          <li key={page.id}>
            <button
              type="button"
              className={classes.item}
              data-here={page.id === current || undefined}
              onClick={() => onGo(page.id)}
            >
              <StateMark state={page.state} />
              <span className="cut">
                <b className="cut">{page.title}</b>
                <small className="cut">{page.urlPath ?? page.typeLabel}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.data.total === 0 && <p className={classes.none}>No page is called “{text}”.</p>}
      {rest > 0 && <p className={classes.none}>{count(rest, 'more page')}. Type more to narrow them down.</p>}
    </div>
  );
}
