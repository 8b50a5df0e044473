import { Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useImage } from '../../choosers';
import type { ControlProps } from '../control';
import { useForm } from '../form-context';
import { Note } from '../parts/note';
import { GrowingBox } from '../parts/text-box';
import css from './chosen.module.css';
import { PictureBox } from './image';

interface ImageWithAlt {
  image: number | null;
  decorative: boolean;
  alt_text: string;
}

const NONE: ImageWithAlt = { image: null, decorative: false, alt_text: '' };

/** A picture with the words that stand for it here, or the remark that it only decorates. */
export function ImageWithAltControl({
  value: given,
  set,
  pointer,
  id,
  labelId,
  describedBy,
  readOnly,
}: ControlProps<ImageWithAlt | number | null>) {
  // Blocks that held a bare image before still do until they are edited.
  const value = typeof given === 'number' ? { ...NONE, image: given } : given;
  const form = useForm();
  const stored = { ...NONE, ...(value ?? {}) };
  const found = useImage(stored.image);
  const words = useRef<HTMLDivElement>(null);
  const needsAlt = stored.image !== null && !stored.decorative && stored.alt_text.trim() === '';
  useEffect(() => {
    form.hints.set(`${pointer}/alt_text`, needsAlt ? 1 : 0);
    return () => form.hints.set(`${pointer}/alt_text`, 0);
  }, [form, pointer, needsAlt]);
  const change = (part: Partial<ImageWithAlt>) => set({ ...stored, ...part });
  return (
    <PictureBox
      id={id}
      labelId={labelId}
      describedBy={describedBy}
      value={stored.image}
      found={found}
      readOnly={readOnly}
      caption={found.row?.title ?? ''}
      onClear={() => change({ image: null })}
      onChoose={(image) =>
        // The words of the library are a start; those written here stay.
        change({
          image: image.id,
          alt_text: stored.alt_text || image.alt,
          decorative: stored.decorative || (image.decorative && !stored.alt_text),
        })
      }
    >
      {stored.image !== null && (
        <div className={css.words} ref={words}>
          {!stored.decorative && (
            <GrowingBox
              value={stored.alt_text}
              voice="ui"
              placeholder="Describe the image"
              aria-label="Alt text"
              readOnly={readOnly}
              oneParagraph
              onText={(text) => change({ alt_text: text })}
            />
          )}
          {needsAlt && !readOnly && (
            <Note tone="warn">
              This image has no alt text.{' '}
              <button type="button" className="link" onClick={() => words.current?.querySelector('textarea')?.focus()}>
                Describe it
              </button>{' '}
              or{' '}
              <button type="button" className="link" onClick={() => change({ decorative: true })}>
                mark it as decoration
              </button>
              .
            </Note>
          )}
          <Checkbox
            radius={4}
            size="sm"
            checked={stored.decorative}
            disabled={readOnly}
            label="Only decoration"
            onChange={(event) => change({ decorative: event.currentTarget.checked })}
          />
        </div>
      )}
    </PictureBox>
  );
}
