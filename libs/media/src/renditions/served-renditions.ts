import { Inject, Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import type { Image } from '../image.entity.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { mediaUrl } from '../media-url.js';
import { PublicFiles } from '../queries/public-files.js';
import type { Rendition } from '../rendition.entity.js';
import { KeptRenditions } from './kept-renditions.js';
import { isMade, type MadeRendition } from './made-rendition.js';
import { negotiatedSpecs } from './negotiation.js';
import type { RenditionPlan } from './plan.js';
import { PublicRenditions } from './public-renditions.js';
import { RenditionFiles } from './rendition-files.js';
import { RenditionPlanner } from './rendition-planner.js';
import { Renditions } from './renditions.js';

/** What is answered under the address of a rendition: a file that was made, or where the picture is by now. */
export type ServedRendition = { readonly made: MadeRendition; readonly varies: boolean } | { readonly movedTo: string };

/** Finds out what to answer under an address that was given out. */
@Injectable()
export class ServedRenditions {
  constructor(
    private readonly publicRenditions: PublicRenditions,
    private readonly kept: KeptRenditions,
    private readonly files: PublicFiles,
    private readonly renditions: Renditions,
    private readonly renditionFiles: RenditionFiles,
    private readonly planner: RenditionPlanner,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** Null when there is no such address, or its image cannot be read. `accept` is what the reader says to understand. */
  async find(
    ctx: Ctx,
    key: string,
    accept: string | undefined,
    passed: readonly number[],
  ): Promise<ServedRendition | null> {
    const mark = this.kept.mark();
    const found = await this.publicRenditions.find(key);
    const ready = found && (await this.renditionFiles.ensure(found));
    if (ready) {
      // What was just made has not to be looked up for the next who asks.
      if (!isMade(found)) this.kept.keep([{ ...found, fileSize: ready.fileSize }], mark);
      return { made: ready, varies: false };
    }
    const rendition = await this.files.rendition(ctx, key, passed);
    if (!rendition?.image) return null;
    const plan = this.planner.currentPlan(rendition.image, rendition);
    if (plan?.negotiates) return this.negotiated(ctx, rendition.image, plan, accept);
    // Made before the focal point moved: that is what this address shows, and whoever asks again is given another.
    const isOfNow = plan || (isMade(rendition) && rendition.sourceKey === rendition.image.fileKey);
    // What could not be made is not tried twice.
    const made = isOfNow && !found ? await this.renditionFiles.ensure(rendition) : null;
    return made ? { made, varies: false } : this.successor(ctx, rendition, rendition.image);
  }

  private async negotiated(ctx: Ctx, image: Image, plan: RenditionPlan, accept: string | undefined) {
    for (const spec of negotiatedSpecs(plan, image.frameCount > 1, accept, this.options.negotiatedFormats)) {
      const row = await this.renditions.rowOf(ctx, image, spec);
      const made = row && (await this.renditionFiles.ensure(row));
      if (made) return { made, varies: true };
    }
    return null;
  }

  /** The same rendition of what the image is now. */
  private async successor(ctx: Ctx, old: Rendition, image: Image): Promise<ServedRendition | null> {
    const row = await this.renditions.rowOf(ctx, image, old.filterSpec);
    return row && row.id !== old.id ? { movedTo: mediaUrl(row.fileKey) } : null;
  }
}
