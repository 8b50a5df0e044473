import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { UsageEntry, UsagePart } from '../api';
import { StateMark } from '../parts/marks';
import { ProblemNote } from '../parts/states';
import { count } from '../parts/words';
import { useContentTypes } from './site-data';
import classes from './used-in.module.css';

/** What sources are called that are no declared types. */
const NAMES: Readonly<Record<string, string>> = { document: 'Document' };

/** Where something is used: a link to each page or snippet. */
export function UsedIn({ queryKey, load }: { queryKey: readonly unknown[]; load: () => Promise<UsagePart> }) {
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
  const all = usage.data.total + usage.data.hidden;
  return (
    <section className={classes.usage}>
      <h3>{all === 0 ? 'Not used anywhere' : `Used in ${count(all, 'place')}`}</h3>
      <UsageList items={usage.data.items} hidden={usage.data.hidden} />
    </section>
  );
}

/** The entries alone, and how many there are besides that one may not see. */
export function UsageList({ items, hidden = 0 }: { items: UsageEntry[]; hidden?: number }) {
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
            <small>{entry.inTrash ? 'In the trash' : (type?.label ?? NAMES[entry.sourceType])}</small>
          </>
        );
        return (
          <li key={`${entry.sourceType}:${id}`}>
            {entry.inTrash ? (
              <Link to="/settings/trash" search={{ q: entry.title }}>
                {words}
              </Link>
            ) : entry.sourceType === 'document' ? (
              <Link to="/documents" search={{ item: Number(id) }}>
                {words}
              </Link>
            ) : type && type.category !== 'page' ? (
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
      {hidden > 0 && (
        <li>{items.length > 0 ? `And ${hidden} you cannot see` : `${count(hidden, 'place')} you cannot see`}</li>
      )}
    </ul>
  );
}
