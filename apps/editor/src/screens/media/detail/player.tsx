import { useImage } from '../../../choosers';
import { usePlayable } from './use-playable';
import { useTracks } from './use-tracks';
import type { DocumentRow } from '../../../api';
import classes from './detail.module.css';

/** Plays a film or a recording, with its poster and its captions. */
export function Player({ item }: { item: DocumentRow }) {
  const { src, onError } = usePlayable(item);
  const poster = useImage(item.posterId).row;
  const tracks = useTracks(item.captions);
  const inside = tracks.map(({ language, label, url }) => (
    <track key={language} kind="captions" srcLang={language} label={label} src={url} />
  ));
  if (item.mediaKind === 'audio')
    return (
      <div className={classes.sound}>
        {poster?.previewUrl && <img src={poster.previewUrl} alt="" />}
        <audio controls preload="metadata" src={src} onError={onError} aria-label={item.title}>
          {inside}
        </audio>
      </div>
    );
  return (
    <video
      className={classes.film}
      controls
      preload="metadata"
      src={src}
      onError={onError}
      poster={poster?.previewUrl ?? undefined}
      aria-label={item.title}
      style={item.width && item.height ? { aspectRatio: `${item.width} / ${item.height}` } : undefined}
    >
      {inside}
    </video>
  );
}
