import { useQuery } from '@tanstack/react-query';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { api, queryKeys, type SnippetRow } from '../api';
import { day } from '../parts/dates';
import { TypeIcon } from '../parts/type-icon';
import css from './chooser.module.css';
import { ChooserDialog } from './chooser-dialog';
import { ChooserList } from './chooser-list';
import { SearchBox } from './search-box';
import { usePieces } from './use-pieces';

interface SnippetChooserProps {
  type: string;
  selected: readonly number[];
  onChoose: (snippet: SnippetRow) => void;
  onClose: () => void;
}

/** Chooses a snippet of one type. Chosen ones carry a check; choosing again is up to the opener. */
export function SnippetChooser({ type, selected, onChoose, onClose }: SnippetChooserProps) {
  const [text, setText] = useState('');
  const kind = useQuery({
    queryKey: queryKeys.contentTypes,
    queryFn: api.contentTypes.list,
    staleTime: 300_000,
  }).data?.items.find((item) => item.name === type);
  const query = text ? { q: text } : {};
  const pieces = usePieces<SnippetRow>(queryKeys.snippetList(type, query), (offset, limit, signal) =>
    api.snippets.list(type, { ...query, offset, limit }, signal),
  );
  const label = kind?.labelPlural ?? 'Snippets';
  return (
    <ChooserDialog title={`Choose: ${(kind?.label ?? 'snippet').toLowerCase()}`} size={720} onClose={onClose}>
      <div className={css.bar}>
        <SearchBox label={`Search ${label.toLowerCase()}`} onSearch={setText} />
      </div>
      <ChooserList
        label={label}
        pieces={pieces}
        onChoose={onChoose}
        selected={selected}
        empty={
          text ? `None of the ${label.toLowerCase()} has these words.` : `There are no ${label.toLowerCase()} yet.`
        }
        draw={(snippet) => ({
          id: snippet.id,
          title: snippet.title,
          meta: snippet.updatedAt ? `Changed ${day(snippet.updatedAt)}` : (kind?.label ?? ''),
          mark: <TypeIcon name={kind?.icon ?? null} fallback="puzzle" />,
          end: selected.includes(snippet.id) ? <IconCheck size={18} aria-label="Chosen" /> : undefined,
        })}
      />
    </ChooserDialog>
  );
}
