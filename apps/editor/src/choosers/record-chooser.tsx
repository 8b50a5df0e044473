import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api, queryKeys, type RecordId, type RecordRow } from '../api';
import { day } from '../parts/dates';
import { StateMark } from '../parts/marks';
import { TypeIcon } from '../parts/type-icon';
import css from './chooser.module.css';
import { ChooserDialog } from './chooser-dialog';
import { ChooserList } from './chooser-list';
import { RecordDialog, useCanWrite } from './record-dialog';
import { SearchBox } from './search-box';
import { usePieces } from './use-pieces';

interface RecordChooserProps {
  /** Name of a snippet or model type. */
  type: string;
  selected: readonly RecordId[];
  onChoose: (record: Pick<RecordRow, 'id' | 'title'>) => void;
  onClose: () => void;
}

/** Chooses a row of a type, or makes a new one. Chosen ones carry a check; choosing again is up to the opener. */
export function RecordChooser({ type, selected, onChoose, onClose }: RecordChooserProps) {
  const [text, setText] = useState('');
  const [making, setMaking] = useState(false);
  const client = useQueryClient();
  const kind = useQuery({
    queryKey: queryKeys.contentTypes,
    queryFn: api.contentTypes.list,
    staleTime: 300_000,
  }).data?.items.find((item) => item.name === type);
  const query = text ? { q: text } : {};
  const pieces = usePieces<RecordRow>(queryKeys.recordList(type, query), (offset, limit, signal) =>
    api.records.list(type, { ...query, offset, limit }, signal),
  );
  const canMake = useCanWrite() && kind?.can.create === true;
  const label = kind?.labelPlural ?? 'Rows';
  const one = (kind?.label ?? 'row').toLowerCase();
  return (
    <ChooserDialog title={`Choose: ${one}`} size={720} onClose={onClose}>
      <div className={css.bar}>
        <SearchBox label={`Search ${label.toLowerCase()}`} onSearch={setText} />
        {canMake && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
            New {one}
          </Button>
        )}
      </div>
      <ChooserList
        label={label}
        pieces={pieces}
        onChoose={onChoose}
        selected={selected}
        empty={
          text ? `None of the ${label.toLowerCase()} has these words.` : `There are no ${label.toLowerCase()} yet.`
        }
        draw={(record) => ({
          id: record.id,
          title: record.title,
          meta: record.updatedAt ? `Changed ${day(record.updatedAt)}` : (kind?.label ?? ''),
          mark: record.state ? (
            <StateMark state={record.state === 'live+draft' ? 'live-changed' : record.state} />
          ) : (
            <TypeIcon name={kind?.icon ?? null} fallback="puzzle" />
          ),
          end: selected.includes(record.id) ? <IconCheck size={18} aria-label="Chosen" /> : undefined,
        })}
      />
      {making && (
        <RecordDialog
          type={type}
          id={null}
          onClose={() => setMaking(false)}
          onSaved={(record) => {
            setMaking(false);
            void client.invalidateQueries({ queryKey: queryKeys.records(type) });
            onChoose(record);
          }}
        />
      )}
    </ChooserDialog>
  );
}
