import { IconCrop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys, type Crops, type FocalPoint, type ImageRow } from '../../../api';
import { AreaPicture } from './area-picture';
import { CropDialog } from './crop-dialog';
import { areaAround } from './framing';
import classes from './framing.module.css';

/** Shown where a project declares none: what designs usually ask for. */
const usual = [
  { name: '16:9', width: 16, height: 9 },
  { name: '1:1', width: 1, height: 1 },
  { name: '4:5', width: 4, height: 5 },
];

interface CropPreviewsProps {
  image: ImageRow;
  focus: FocalPoint | null;
  crops: Crops;
  onChange: (crops: Crops) => void;
}

/** What each ratio of the project shows, live; a click chooses another part. */
export function CropPreviews({ image, focus, crops, onChange }: CropPreviewsProps) {
  const declared = useQuery({ queryKey: queryKeys.cropRatios, queryFn: api.images.cropRatios, staleTime: Infinity });
  const [open, setOpen] = useState<string | null>(null);
  const ratios = declared.data?.items ?? [];
  if (declared.isPending) return <div className={classes.crops} style={{ height: 77 }} />;
  if (ratios.length === 0)
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
  return (
    <div className={classes.crops}>
      {ratios.map((ratio) => {
        const own = crops[ratio.name];
        return (
          <button
            key={ratio.name}
            type="button"
            className={classes.crop}
            data-own={own ? '' : undefined}
            aria-label={`Crop ${ratio.label}, ${ratio.width}:${ratio.height}, ${own ? 'chosen' : 'follows the focus'}`}
            onClick={() => setOpen(ratio.name)}
          >
            <AreaPicture src={image.previewUrl} image={image} area={own ?? areaAround(image, ratio, focus)} />
            <small>
              {own && <IconCrop size={12} stroke={2} aria-hidden />}
              {ratio.label} {ratio.width}:{ratio.height}
            </small>
          </button>
        );
      })}
      {open !== null && (
        <CropDialog
          image={image}
          focus={focus}
          crops={crops}
          ratios={ratios}
          start={open}
          onClose={() => setOpen(null)}
          onTake={(next) => {
            setOpen(null);
            onChange(next);
          }}
        />
      )}
    </div>
  );
}
