import { TextInput } from '@mantine/core';
import { IconFile, IconFilter, IconFolder, IconFolderOpen, IconPhoto, IconTrash } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import type { Collection } from '../../api';
import { ProblemNote, SkeletonRows } from '../../parts/states';
import { shownCollections, useCollections } from '../../library/collection-data';
import classes from '../../parts/side-list.module.css';

/** The side column of the media library. */
export function CollectionsSide() {
  const collections = useCollections();
  const [text, setText] = useState('');
  const { path, current, inTrash } = useRouterState({
    select: (state) => ({
      path: state.location.pathname,
      current: (state.location.search as { collection?: number }).collection ?? null,
      inTrash: (state.location.search as { trash?: true }).trash === true,
    }),
  });
  const documents = path.startsWith('/documents');
  const to = documents ? '/documents' : '/media';
  const all = collections.data?.items ?? [];
  const number = (item: Collection): number => (documents ? item.documentCount : item.imageCount);
  const total = all.reduce((sum, item) => sum + number(item), 0);
  const shown = shownCollections(all).filter(({ collection }) =>
    collection.name.toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <>
      <div className={classes.head}>
        <b>Collections</b>
      </div>
      <TextInput
        classNames={{ wrapper: classes.filter! }}
        aria-label="Filter collections"
        placeholder="Filter collections"
        data-ghost
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        leftSection={<IconFilter size={15} stroke={1.75} />}
      />
      <nav className={classes.list} aria-label="Collections">
        <Link
          to={to}
          search={{}}
          className={classes.row}
          data-here={(current === null && !inTrash) || undefined}
          aria-current={current === null && !inTrash ? 'page' : undefined}
        >
          {documents ? (
            <IconFile size={18} stroke={1.75} aria-hidden />
          ) : (
            <IconPhoto size={18} stroke={1.75} aria-hidden />
          )}
          <span className="cut">All {documents ? 'documents' : 'images'}</span>
          <small className="num">{collections.data ? total.toLocaleString('en-GB') : ''}</small>
        </Link>
        <hr />
        {collections.isError ? (
          <ProblemNote
            error={collections.error}
            what="The collections could not be loaded."
            onRetry={() => void collections.refetch()}
          />
        ) : collections.isPending ? (
          <SkeletonRows rows={5} height="var(--trow)" />
        ) : (
          shown.map(({ collection: item, level }) => {
            const here = item.id === current;
            return (
              <Link
                key={item.id}
                to={to}
                search={{ collection: item.id }}
                className={classes.row}
                style={{ paddingInlineStart: 10 + level * 20 }}
                data-here={here || undefined}
                aria-current={here ? 'page' : undefined}
              >
                {here ? (
                  <IconFolderOpen size={18} stroke={1.75} aria-hidden />
                ) : (
                  <IconFolder size={18} stroke={1.75} aria-hidden />
                )}
                <span className="cut">{item.name}</span>
                <small className="num">{number(item) ? number(item).toLocaleString('en-GB') : ''}</small>
              </Link>
            );
          })
        )}
        {collections.data && shown.length === 0 && (
          <p className={classes.none}>{text ? `No collection is called “${text}”.` : 'No collections yet.'}</p>
        )}
        <hr />
        <Link
          to={to}
          search={{ trash: true }}
          className={classes.row}
          data-here={inTrash || undefined}
          aria-current={inTrash ? 'page' : undefined}
        >
          <IconTrash size={18} stroke={1.75} aria-hidden />
          <span className="cut">Trash</span>
        </Link>
      </nav>
    </>
  );
}
