import { IconFileText, IconMovie, IconMusic, IconPhoto } from '@tabler/icons-react';
import type { DocumentRow, ImageRow } from '../api';
import { day, when } from '../parts/dates';
import { fileSize, playingTime } from '../parts/words';
import { shownRatio } from './justified';
import type { LibraryItem } from './library-item';

/** A picture as the library and the choosers draw it. */
export function drawImage(image: ImageRow): LibraryItem {
  return {
    id: image.id,
    title: image.title || image.fileName,
    note: `${image.width} × ${image.height}`,
    columns: [fileSize(image.fileSize), when(image.createdAt)],
    picture: image.thumbnailUrl,
    alt: image.alt,
    ratio: shownRatio(image),
    icon: IconPhoto,
    placeholder: image.placeholder,
    colour: image.dominantColor,
    badge: badgeOf(image),
  };
}

/** What somebody should look after, the worst first. */
function badgeOf({ rightsState, rightsExpireAt, decorative, alt }: ImageRow): string | undefined {
  if (rightsState === 'expired' && rightsExpireAt) return `Rights ended ${day(rightsExpireAt)}`;
  if (rightsState === 'expiring' && rightsExpireAt) return `Rights end ${day(rightsExpireAt)}`;
  return decorative || alt ? undefined : 'Needs alt text';
}

const shapes = { document: IconFileText, audio: IconMusic, video: IconMovie };

/** A document as the library and the choosers draw it. */
export function drawDocument(document: DocumentRow): LibraryItem {
  return {
    id: document.id,
    title: document.title || document.fileName,
    note: [document.fileName, fileSize(document.fileSize), document.duration ? playingTime(document.duration) : '']
      .filter(Boolean)
      .join(', '),
    columns: [when(document.createdAt)],
    picture: null,
    alt: '',
    ratio: 1.33,
    icon: shapes[document.mediaKind],
  };
}
