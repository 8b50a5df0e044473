import { IconBookmark } from '@tabler/icons-react';
import type { ContentType, RevisionRow } from '../../api';
import type { Chronicle } from '../../editing/chronicle';
import { namedFields } from '../../editing/history-words';
import { moment } from '../../parts/dates';
import { Person } from '../../parts/marks';
import { useUser } from '../../session/session';
import classes from './history-screen.module.css';
import { VersionName } from './version-name';

interface VersionListProps {
  rows: RevisionRow[];
  type: ContentType;
  /** Id of the version that is looked at. */
  shown: string | undefined;
  canName: boolean;
  versions: NonNullable<Chronicle['versions']>;
  onLook: (id: number) => void;
}

/** All versions, newest first: what changed, who did it, and what it is called. */
export function VersionList({ rows, type, shown, canName, versions, onLook }: VersionListProps) {
  const user = useUser();
  return (
    <ol className={classes.list}>
      {rows.map((row, index) => {
        const changed = namedFields(type, row.changedFields) || 'Saved again';
        const what = index === rows.length - 1 && row.changedFields.length > 3 ? 'First version' : changed;
        return (
          <li key={row.id} data-on={shown === String(row.id) || undefined}>
            <button type="button" onClick={() => onLook(row.id)} aria-current={shown === String(row.id) || undefined}>
              <b>
                {row.name && <IconBookmark size={16} stroke={1.75} aria-hidden />}
                {row.name ?? what}
              </b>
              {row.isLive && <span className={classes.tag}>Live</span>}
              {row.isLatest && <span className={classes.tag}>Newest</span>}
              <span className="num">
                {row.user && <Person id={row.user.id} name={row.user.name} size={20} silent />}
                {row.user ? `${row.user.id === user.id ? 'You' : row.user.name}, ` : ''}
                <time dateTime={row.createdAt}>{moment(row.createdAt)}</time>
              </span>
              {row.name && <span>{what}</span>}
            </button>
            {canName && <VersionName row={row} versions={versions} />}
          </li>
        );
      })}
    </ol>
  );
}
