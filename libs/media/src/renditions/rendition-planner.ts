import { Inject, Injectable } from '@nestjs/common';
import { cropRatios, type CropRatio } from '../crops/crop.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import type { Rendition } from '../rendition.entity.js';
import { planRendition, type RenditionPlan, type RenditionSource } from './plan.js';

/** Plans renditions with the ratios the project declares. */
@Injectable()
export class RenditionPlanner {
  /** Ratios in which people may choose what is shown. */
  readonly ratios: readonly CropRatio[];

  constructor(@Inject(MEDIA_OPTIONS) { crops }: Pick<MediaOptions, 'crops'>) {
    this.ratios = cropRatios(crops);
  }

  /** Throws `invalid_filter_spec`. */
  plan(image: RenditionSource, spec: string): RenditionPlan {
    return planRendition(image, spec, this.ratios);
  }

  /** The plan of a rendition that is up to date; null when file, focal point or crop of its image changed since. */
  currentPlan(
    image: RenditionSource,
    { filterSpec, focalKey, sourceKey }: Pick<Rendition, 'filterSpec' | 'focalKey' | 'sourceKey'>,
  ): RenditionPlan | null {
    if (sourceKey !== image.fileKey) return null;
    const plan = this.plan(image, filterSpec);
    return plan.focalKey === focalKey ? plan : null;
  }
}
