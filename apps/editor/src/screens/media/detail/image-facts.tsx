import type { ReactNode } from 'react';
import type { ImageRow } from '../../../api';
import { day, when } from '../../../parts/dates';
import { fileSize } from '../../../parts/words';
import classes from './detail.module.css';

/** What is known about a picture's file, and what the file says about itself. */
export function ImageFacts({ image }: { image: ImageRow }) {
  const { metadata } = image;
  const fact = (term: string, words: ReactNode) =>
    words ? (
      <div key={term}>
        <dt>{term}</dt>
        <dd className={classes.wrap}>{words}</dd>
      </div>
    ) : null;
  return (
    <dl className={classes.facts}>
      {fact('File', image.fileName)}
      {fact('Size', `${image.width} × ${image.height}, ${fileSize(image.fileSize)}${image.animated ? ', moving' : ''}`)}
      {fact('Uploaded', `${day(image.createdAt)}${image.uploadedBy ? ` by ${image.uploadedBy.name}` : ''}`)}
      {fact('Taken', metadata.takenAt ? when(metadata.takenAt) : null)}
      {fact('Camera', metadata.camera)}
      {fact('Creator', metadata.creator)}
      {fact('Copyright', metadata.copyright)}
      {fact('Caption', metadata.caption)}
      {fact('Keywords', metadata.keywords?.join(', '))}
    </dl>
  );
}
