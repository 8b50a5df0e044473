import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { ChooserDialog } from '../../choosers/chooser-dialog';
import css from './move-elsewhere.module.css';
import type { EntryActions } from './use-entry-actions';

interface MoveElsewhereProps {
  blocks: EntryActions;
  index: number;
  label: string;
  onClose: () => void;
}

/** Asks into which other list of this form a block goes. Only those are offered that take it. */
export function MoveElsewhere({ blocks, index, label, onClose }: MoveElsewhereProps) {
  const places = useMemo(() => blocks.places([index]), [blocks, index]);
  return (
    <ChooserDialog title={`Move ${label.toLowerCase()} elsewhere`} size={480} onClose={onClose} fit>
      <div className={css.places}>
        {places.length === 0 && <p>No other place on this page takes this block.</p>}
        {places.map((place) => (
          <Button
            key={place.pointer}
            variant="subtle"
            justify="space-between"
            rightSection={<small>{place.count === 1 ? '1 block' : `${place.count} blocks`}</small>}
            onClick={() => {
              onClose();
              blocks.transfer([index], place, place.count);
            }}
          >
            {place.label}
          </Button>
        ))}
      </div>
    </ChooserDialog>
  );
}
