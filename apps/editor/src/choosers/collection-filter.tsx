import { useQuery } from '@tanstack/react-query';
import type { CSSProperties } from 'react';
import { IconFolder, IconFolderOpen, IconPhoto } from '@tabler/icons-react';
import { api, type Collection, queryKeys } from '../api';
import css from './chooser.module.css';

/** All collections, in the order of their tree. */
export function useCollections(): Collection[] {
  return (
    useQuery({ queryKey: queryKeys.collections, queryFn: api.collections.list, staleTime: 60_000 }).data?.items ?? []
  );
}

interface CollectionFilterProps {
  chosen: number | null;
  onChoose: (id: number | null) => void;
  count: (collection: Collection) => number;
}

/** The collections beside a chooser's pictures. */
export function CollectionFilter({ chosen, onChoose, count }: CollectionFilterProps) {
  const collections = useCollections();
  return (
    <nav className={css.side} aria-label="Collections">
      <button type="button" className={css.collection} aria-current={chosen === null} onClick={() => onChoose(null)}>
        <IconPhoto size={18} stroke={1.75} aria-hidden />
        <span className="cut">All media</span>
      </button>
      {collections.map((collection) => {
        const on = chosen === collection.id;
        const Folder = on ? IconFolderOpen : IconFolder;
        return (
          <button
            key={collection.id}
            type="button"
            className={css.collection}
            aria-current={on}
            onClick={() => onChoose(collection.id)}
            style={{ '--l': collection.depth } as CSSProperties}
          >
            <Folder size={18} stroke={1.75} aria-hidden />
            <span className="cut">{collection.name}</span>
            <span className="num">{count(collection)}</span>
          </button>
        );
      })}
    </nav>
  );
}

/** The same as a select, for phones. */
export function CollectionSelect({
  chosen,
  onChoose,
  className,
}: Omit<CollectionFilterProps, 'count'> & { className?: string }) {
  const collections = useCollections();
  return (
    <select
      className={className}
      aria-label="Collection"
      value={chosen ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value ? Number(event.currentTarget.value) : null)}
    >
      <option value="">All media</option>
      {collections.map((collection) => (
        <option
          key={collection.id}
          value={collection.id}
        >{`${'\u2003'.repeat(collection.depth)}${collection.name}`}</option>
      ))}
    </select>
  );
}
