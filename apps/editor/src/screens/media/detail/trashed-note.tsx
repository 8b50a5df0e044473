import { Button } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys } from '../../../api';
import { whenWithin } from '../../../parts/dates';
import { describeProblem } from '../../../parts/states';
import { showNote } from '../../../parts/undo';
import classes from './detail.module.css';
import { useMediaRefresh } from './use-media-refresh';

interface TrashedNoteProps {
  kind: 'images' | 'documents';
  row: { id: number; title: string; deletedAt: string | null };
  onPurge: () => void;
  onRestored: () => void;
}

/** Says that something lies in the trash, with the two ways out. */
export function TrashedNote({ kind, row, onPurge, onRestored }: TrashedNoteProps) {
  const queries = useQueryClient();
  const refresh = useMediaRefresh(kind);
  const [problem, setProblem] = useState<string | null>(null);
  const restore = (): void => {
    api[kind].restore(row.id).then(
      (next) => {
        queries.setQueryData(kind === 'images' ? queryKeys.image(row.id) : queryKeys.document(row.id), next);
        refresh();
        showNote(`“${row.title}” is back.`);
        onRestored();
      },
      (error: unknown) => setProblem(describeProblem(error)),
    );
  };
  return (
    <div className={classes.trashed}>
      <p>In the trash{row.deletedAt ? ` since ${whenWithin(row.deletedAt)}` : ''}. Nothing shows it.</p>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div>
        <Button size="xs" leftSection={<IconArrowBackUp size={16} stroke={1.75} />} onClick={restore}>
          Bring back
        </Button>
        <Button
          size="xs"
          variant="subtle"
          data-danger
          leftSection={<IconTrash size={16} stroke={1.75} />}
          onClick={onPurge}
        >
          Delete for good
        </Button>
      </div>
    </div>
  );
}
