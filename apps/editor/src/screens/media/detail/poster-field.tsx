import { Button } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ImageChooser, useImage } from '../../../choosers';
import classes from './detail.module.css';

/** The picture shown until it plays. */
export function PosterField({ value, onChange }: { value: number | null; onChange: (id: number | null) => void }) {
  const [choosing, setChoosing] = useState(false);
  const { row } = useImage(value);
  return (
    <div role="group" aria-label="Poster">
      <h3 className={classes.label}>Poster</h3>
      <div className={classes.poster}>
        {row?.thumbnailUrl && <img src={row.thumbnailUrl} alt={row.alt} />}
        {value !== null && row === null && <p className={classes.warning}>This image no longer exists.</p>}
        <Button
          size="xs"
          leftSection={<IconPhotoPlus size={16} stroke={1.75} aria-hidden />}
          onClick={() => setChoosing(true)}
        >
          {value === null ? 'Choose a poster' : 'Replace'}
        </Button>
        {value !== null && (
          <Button size="xs" variant="subtle" onClick={() => onChange(null)}>
            Take it out
          </Button>
        )}
      </div>
      {choosing && (
        <ImageChooser
          selected={value}
          onClose={() => setChoosing(false)}
          onChoose={({ id }) => {
            setChoosing(false);
            onChange(id);
          }}
        />
      )}
    </div>
  );
}
