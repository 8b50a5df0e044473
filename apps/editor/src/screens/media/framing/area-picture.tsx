import classes from './framing.module.css';
import type { Area, Size } from './framing';

/** A picture of which only one part is seen, as a page will show it. */
export function AreaPicture({ src, image, area }: { src: string | null; image: Size; area: Area }) {
  return (
    <span className={classes.area} style={{ aspectRatio: `${area.width} / ${area.height}` }}>
      <img
        src={src ?? undefined}
        alt=""
        draggable={false}
        style={{
          width: `${(image.width / area.width) * 100}%`,
          height: `${(image.height / area.height) * 100}%`,
          left: `${(-area.x / area.width) * 100}%`,
          top: `${(-area.y / area.height) * 100}%`,
        }}
      />
    </span>
  );
}
