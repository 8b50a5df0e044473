import { ActionIcon, Button } from '@mantine/core';
import { IconPhoto, IconPhotoPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Found, ImageChooser, useImage } from '../../choosers';
import type { ImageRow } from '../../api';
import type { ControlProps } from '../control';
import { Note } from '../parts/note';
import css from './chosen.module.css';

/** A picture of the library. */
export function ImageControl({ value, set, id, labelId, describedBy, readOnly }: ControlProps<number | null>) {
  const found = useImage(value ?? null);
  return (
    <PictureBox
      id={id}
      labelId={labelId}
      describedBy={describedBy}
      value={value ?? null}
      found={found}
      readOnly={readOnly}
      onChoose={(image) => set(image.id)}
      onClear={() => set(null)}
    >
      {found.row && !found.row.alt && !found.row.decorative && (
        <Note tone="warn">
          This image has no alt text.{' '}
          <Link to="/media" search={{ item: found.row.id }} target="_blank" className="link">
            Describe it in Media
          </Link>
          .
        </Note>
      )}
    </PictureBox>
  );
}

interface PictureBoxProps {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  value: number | null;
  found: Found<ImageRow>;
  readOnly: boolean;
  caption?: React.ReactNode;
  onChoose: (image: ImageRow) => void;
  onClear: () => void;
  children?: React.ReactNode;
}

/** A chosen picture with what can be done about it, or the way to choose one. */
export function PictureBox({
  id,
  labelId,
  describedBy,
  value,
  found,
  readOnly,
  caption,
  onChoose,
  onClear,
  children,
}: PictureBoxProps) {
  const [choosing, setChoosing] = useState(false);
  const { row } = found;
  return (
    <div
      className={css.picture}
      role="group"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      data-empty={value === null || undefined}
    >
      {value === null ? (
        <button
          id={id}
          type="button"
          className={css.empty}
          disabled={readOnly}
          onClick={() => setChoosing(true)}
          aria-labelledby={`${id}t ${labelId}`}
        >
          <IconPhotoPlus size={21} stroke={1.75} aria-hidden />
          <span id={`${id}t`}>Choose an image</span>
        </button>
      ) : (
        <>
          <span className={css.frame}>
            {row ? (
              <img src={row.thumbnailUrl ?? undefined} alt={row.alt} />
            ) : (
              <span className={css.gone}>
                <IconPhoto size={22} aria-hidden />
              </span>
            )}
            {row?.focalPoint && <span className={css.focus} style={focusStyle(row)} aria-hidden />}
          </span>
          <div className={css.side}>
            <p className={css.caption}>
              {row === null ? 'This image no longer exists.' : (caption ?? row?.alt ?? '') || row?.title}
            </p>
            {!readOnly && (
              <div className={css.actions}>
                <Button id={id} size="xs" onClick={() => setChoosing(true)} aria-describedby={labelId}>
                  Replace
                </Button>
                <ActionIcon onClick={onClear} aria-label="Take the image out" title="Take the image out">
                  <IconX size={18} stroke={1.75} />
                </ActionIcon>
              </div>
            )}
            {children}
          </div>
        </>
      )}
      {choosing && (
        <ImageChooser
          selected={value}
          onClose={() => setChoosing(false)}
          onChoose={(image) => {
            onChoose(image);
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

function focusStyle(row: ImageRow): React.CSSProperties {
  // x and y are the centre of the area that crops keep.
  const { x, y } = row.focalPoint!;
  return { left: `${(x / row.width) * 100}%`, top: `${(y / row.height) * 100}%` };
}
