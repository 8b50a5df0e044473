import type { FocalPoint, ImageRow } from '../../../api';
import { AreaPicture } from './area-picture';
import { areaAround } from './framing';
import classes from './framing.module.css';

/** What designs usually ask for. */
const usual = [
  { name: '16:9', width: 16, height: 9 },
  { name: '1:1', width: 1, height: 1 },
  { name: '4:5', width: 4, height: 5 },
];

/** What common ratios show of a picture, live. */
export function CropPreviews({ image, focus }: { image: ImageRow; focus: FocalPoint | null }) {
  return (
    <div className={classes.crops}>
      {usual.map((ratio) => (
        <figure key={ratio.name} className={classes.crop}>
          <AreaPicture src={image.previewUrl} image={image} area={areaAround(image, ratio, focus)} />
          <figcaption>
            <small>{ratio.name}</small>
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
