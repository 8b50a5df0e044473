import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { CropRatio, Crops, FocalPoint, ImageRow } from '../../../api';
import confirm from '../../../parts/confirm.module.css';
import { Dialog } from '../../../parts/dialog';
import { AreaPicture } from './area-picture';
import { CropStage } from './crop-stage';
import { areaAround, moved, widened } from './framing';
import classes from './crop.module.css';
import facets from '../../../library/facets.module.css';

interface CropDialogProps {
  image: ImageRow;
  focus: FocalPoint | null;
  crops: Crops;
  ratios: readonly CropRatio[];
  /** The ratio that is chosen first. */
  start: string;
  onTake: (crops: Crops) => void;
  onClose: () => void;
}

/** Chooses what is shown in each ratio the project declares. */
export function CropDialog({ image, focus, crops: given, ratios, start, onTake, onClose }: CropDialogProps) {
  const [crops, setCrops] = useState<Crops>(given);
  const [name, setName] = useState(start);
  const ratio = ratios.find((one) => one.name === name) ?? ratios[0];
  if (!ratio) return null;
  const own = crops[ratio.name];
  const area = own ?? areaAround(image, ratio, focus);
  const put = (next: typeof area): void => setCrops((now) => ({ ...now, [ratio.name]: next }));
  const number = (label: string, part: number, whole: number, tell: (pixels: number) => void) => (
    <NumberInput
      label={label}
      aria-label={`${label}, in percent`}
      size="xs"
      value={Math.round((part / whole) * 100)}
      min={0}
      max={100}
      suffix="%"
      hideControls
      onChange={(next) => {
        if (typeof next === 'number' && next !== Math.round((part / whole) * 100)) tell((next / 100) * whole);
      }}
    />
  );
  return (
    <Dialog onClose={onClose} size={1000} title={`Choose what is shown of “${image.title}”`}>
      <div className={classes.choices} role="group" aria-label="Ratio">
        {ratios.map((one) => (
          <button
            key={one.name}
            type="button"
            className={facets.chip}
            aria-pressed={one === ratio}
            data-on={one === ratio || undefined}
            onClick={() => setName(one.name)}
          >
            {one.label} <b>{`${one.width}:${one.height}`}</b>
          </button>
        ))}
      </div>
      <div className={classes.dialog}>
        <CropStage image={image} ratio={ratio} area={area} onChange={put} />
        <div className={classes.side}>
          <div>
            <h3>As it will be seen</h3>
            <AreaPicture src={image.previewUrl} image={image} area={area} />
          </div>
          <div className={classes.numbers}>
            {number('Left', area.x, image.width, (x) => put(moved(image, area, x - area.x, 0)))}
            {number('Top', area.y, image.height, (y) => put(moved(image, area, 0, y - area.y)))}
            {number('Width', area.width, image.width, (width) => put(widened(image, area, ratio, width)))}
          </div>
          {own ? (
            <Button
              size="xs"
              onClick={() =>
                setCrops((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key !== ratio.name)))
              }
            >
              Follow the focus again
            </Button>
          ) : (
            <p>It follows the focus. Drag the frame to choose for yourself.</p>
          )}
        </div>
      </div>
      <div className={confirm.foot}>
        <span className={confirm.space} />
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" onClick={() => onTake(crops)}>
          Use these crops
        </Button>
      </div>
    </Dialog>
  );
}
