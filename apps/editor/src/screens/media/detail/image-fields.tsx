import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { ImageRow } from '../../../api';
import classes from './detail.module.css';

/** What is said about a picture. */
export type ImageWords = Pick<ImageRow, 'title' | 'alt' | 'decorative' | 'description'>;

interface ImageFieldsProps {
  value: ImageWords;
  faults: Readonly<Record<string, string>>;
  set: (change: Partial<ImageWords>) => void;
}

/** The words for those who do not see it, its title and description. */
export function ImageFields({ value, faults, set }: ImageFieldsProps) {
  const silent = !value.decorative && !value.alt.trim();
  return (
    <>
      <div className={classes.alt}>
        <Textarea
          label={
            <>
              Alt text <span className={classes.optional}>used where a page gives none</span>
            </>
          }
          description={value.decorative ? 'Only decoration: nothing is read out.' : undefined}
          autosize
          minRows={2}
          disabled={value.decorative}
          value={value.alt}
          error={faults['alt']}
          onChange={(event) => set({ alt: event.currentTarget.value })}
        />
        {silent && <p className={classes.warning}>Say what it shows, or mark it as decoration.</p>}
        <Checkbox
          radius={4}
          size="sm"
          label="Only decoration"
          checked={value.decorative}
          onChange={(event) => set({ decorative: event.currentTarget.checked })}
        />
      </div>
      <TextInput
        label="Title"
        value={value.title}
        error={faults['title']}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label="Description"
        autosize
        minRows={2}
        maxRows={8}
        value={value.description}
        error={faults['description']}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
    </>
  );
}
