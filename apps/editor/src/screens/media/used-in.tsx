import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ListOf, UsageEntry } from '../../api';
import { StateMark } from '../../parts/marks';
import { ProblemNote } from '../../parts/states';
import { count } from '../../parts/words';
import { useContentTypes } from '../site-data';
import classes from './detail.module.css';

/** Where something is used: a link to each page or snippet. */
export function UsedIn({ queryKey, load }: { queryKey: readonly unknown[]; load: () => Promise<ListOf<UsageEntry>> }) {
  const usage = useQuery({ queryKey, queryFn: load });
  if (usage.isError)
    return (
      <ProblemNote
        error={usage.error}
        what="Where it is used could not be loaded."
        onRetry={() => void usage.refetch()}
      />
    );
  if (!usage.data) return null;
  return (
    <section className={classes.usage}>
      <h3>{usage.data.total === 0 ? 'Not used anywhere' : `Used in ${count(usage.data.total, 'place')}`}</h3>
      <UsageList items={usage.data.items} />
    </section>
  );
}

/** The entries alone. */
export function UsageList({ items }: { items: UsageEntry[] }) {
  const types = useContentTypes();
  return (
    <ul>
      {items.map((entry) => {
        const type = types.find((item) => item.name === entry.sourceType);
        const id = String(entry.sourceId);
        const words = (
          <>
            <StateMark state={entry.live ? 'live' : 'draft'} />
            <span className="cut">{entry.title}</span>
            <small>{type?.label}</small>
          </>
        );
        return (
          <li key={`${entry.sourceType}:${id}`}>
            {type && type.category !== 'page' ? (
              <Link to="/records/$type/$id" params={{ type: entry.sourceType, id }}>
                {words}
              </Link>
            ) : (
              <Link to="/pages/$pageId/edit" params={{ pageId: id }}>
                {words}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
