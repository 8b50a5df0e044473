import { ActionIcon, TextInput } from '@mantine/core';
import { IconFile, IconFilter, IconFolder, IconFolderOpen, IconPhoto, IconPlus, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import type { Collection } from '../../api';
import { shownCollections, useCollections } from '../../library/collection-data';
import { ProblemNote, SkeletonRows } from '../../parts/states';
import side from '../../parts/side-list.module.css';
import classes from './collections/collections.module.css';
import { CollectionDialogs } from './collections/collection-dialogs';
import { CollectionMenu, type CollectionVerb } from './collections/collection-menu';
import { readMediaSearch } from './media-search';

const icon = { size: 18, stroke: 1.75, 'aria-hidden': true } as const;

/** The side column of the media library: the tree of collections, what can be done with them, and the trash. */
export function CollectionsSide() {
  const collections = useCollections();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<{ verb: CollectionVerb; of: Collection } | null>(null);
  const { path, search } = useRouterState({
    select: ({ location }) => ({ path: location.pathname, search: readMediaSearch(location.search) }),
  });
  const documents = path.startsWith('/documents');
  const to = documents ? '/documents' : '/media';
  const all = collections.data?.items ?? [];
  const root = all.find(({ parentId }) => parentId === null);
  const number = (item: Collection): number => (documents ? item.documentCount : item.imageCount);
  const total = all.reduce((sum, item) => sum + number(item), 0);
  const shown = shownCollections(all).filter(({ collection }) =>
    collection.name.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const atAll = search.collection === undefined && !search.trash;
  const row = (collection: Collection, level: number) => {
    const here = collection.id === search.collection;
    const Folder = here ? IconFolderOpen : IconFolder;
    return (
      <div key={collection.id} className={classes.line}>
        <Link
          to={to}
          search={{ collection: collection.id }}
          className={side.row}
          style={{ paddingInlineStart: 10 + level * 20 }}
          data-here={here || undefined}
          aria-current={here ? 'page' : undefined}
        >
          <Folder {...icon} />
          <span className="cut">{collection.name}</span>
          <small>{number(collection) ? number(collection).toLocaleString('en-GB') : ''}</small>
        </Link>
        <CollectionMenu of={collection} onVerb={(verb) => setAsked({ verb, of: collection })} />
      </div>
    );
  };
  return (
    <>
      <div className={side.head}>
        <b style={{ flex: 1 }}>Collections</b>
        {root && (
          <ActionIcon
            size={28}
            aria-label="New collection"
            title="New collection"
            onClick={() => setAsked({ verb: 'add', of: all.find(({ id }) => id === search.collection) ?? root })}
          >
            <IconPlus size={18} stroke={1.75} />
          </ActionIcon>
        )}
      </div>
      <TextInput
        classNames={{ wrapper: side.filter! }}
        aria-label="Filter collections"
        placeholder="Filter collections"
        data-ghost
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        leftSection={<IconFilter size={15} stroke={1.75} />}
      />
      <nav className={side.list} aria-label="Collections">
        <Link
          to={to}
          search={{}}
          className={side.row}
          data-here={atAll || undefined}
          aria-current={atAll ? 'page' : undefined}
        >
          {documents ? <IconFile {...icon} /> : <IconPhoto {...icon} />}
          <span className="cut">All {documents ? 'documents' : 'images'}</span>
          <small>{collections.data ? total.toLocaleString('en-GB') : ''}</small>
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
          shown.map(({ collection, level }) => row(collection, level))
        )}
        {collections.data && shown.length === 0 && (
          <p className={side.none}>{text ? `No collection is called “${text}”.` : 'No collections yet.'}</p>
        )}
        <hr />
        <Link
          to={to}
          search={{ trash: true }}
          className={side.row}
          data-here={search.trash}
          aria-current={search.trash ? 'page' : undefined}
        >
          <IconTrash {...icon} />
          <span className="cut">Trash</span>
        </Link>
      </nav>
      {asked && (
        <CollectionDialogs
          {...asked}
          collections={all}
          onClose={() => setAsked(null)}
          onDeleted={({ id }) => {
            if (id === search.collection) void navigate({ to, search: {} });
          }}
        />
      )}
    </>
  );
}
