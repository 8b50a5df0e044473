import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog';
import type { PageTarget } from '../../api';
import { count } from '../../parts/words';
import type { PageLike } from './page-actions';
import { PlaceChooser } from './places/place-chooser';
import classes from './places/places.module.css';

interface MoveDialogProps {
  pages: PageLike[];
  /** How many there are, where not all are known one by one. */
  number?: number | undefined;
  onClose: () => void;
  onMove: (parentId: number, place: string) => Promise<void>;
}

/** Chooses where pages go, in the page tree. The button is a sentence about what will happen. */
export function MoveDialog({ pages, number = pages.length, onClose, onMove }: MoveDialogProps) {
  const first = pages[0];
  const [place, setPlace] = useState<PageTarget | null>(null);
  const [busy, setBusy] = useState(false);
  if (!first) return null;
  const what = number === 1 ? `“${first.title}”` : count(number, 'page');
  // The server judges the first of them; the others are told of one by one when they are moved.
  const why = pages.some((page) => page.id === place?.id)
    ? 'A page cannot move below itself.'
    : (place?.refusal?.message ?? null);
  const submit = (): void => {
    if (!place || why) return;
    setBusy(true);
    void onMove(place.id, place.title).finally(onClose);
  };
  return (
    <Dialog onClose={onClose} title={`Move ${what}`} size={560}>
      <p className={classes.lead}>
        Choose the page it goes below. Its address changes with it, and so do the addresses below it. Former addresses
        lead on.
      </p>
      <PlaceChooser wish={{ pageId: first.id, use: 'move', recursive: true }} chosen={place} onChoose={setPlace} />
      <div className={classes.foot}>
        <p role="status">{why}</p>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" onClick={submit} loading={busy} disabled={!place || why !== null}>
          {place && !why ? `Move to “${place.title}”` : 'Choose a place'}
        </Button>
      </div>
    </Dialog>
  );
}
