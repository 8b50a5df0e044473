import { Injectable } from '@nestjs/common';
import { JobHandler, JobQueue, OnEvent, systemCtx } from '@pipit/kernel';
import { DataSource, IsNull } from 'typeorm';
import { ImageAdded, ImageEdited, ImageReplaced } from '../events.js';
import { Image } from '../image.entity.js';
import { RenditionFiles } from '../renditions/rendition-files.js';
import { Renditions } from '../renditions/renditions.js';
import { DeclaredSpecs } from './declared-specs.js';

/** The job that makes the renditions of one image. */
export const MAKE_AHEAD = 'media:make-renditions';

/** Makes the files of renditions that fields declare with `ahead`, so that the first reader does not wait for them. */
@Injectable()
export class AheadRenditions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobQueue,
    private readonly specs: DeclaredSpecs,
    private readonly renditions: Renditions,
    private readonly files: RenditionFiles,
  ) {}

  @OnEvent(ImageAdded)
  added({ id }: ImageAdded): Promise<void> {
    return this.plan(id);
  }

  @OnEvent(ImageReplaced)
  replaced({ id }: ImageReplaced): Promise<void> {
    return this.plan(id);
  }

  /** Crops look different once the focal point has moved; whatever does not is there already. */
  @OnEvent(ImageEdited)
  async edited({ id, focalPointMoved }: ImageEdited): Promise<void> {
    if (focalPointMoved) await this.plan(id);
  }

  /** One after another, in the same queue as what readers ask for. What cannot be made is left to whoever asks for it. */
  @JobHandler(MAKE_AHEAD)
  async make({ id }: { id: number }): Promise<void> {
    const { manager } = this.dataSource;
    const ctx = systemCtx(manager, 'renditions');
    for (const spec of this.specs.ahead()) {
      const image = await manager.findOneBy(Image, { id, deletedAt: IsNull() });
      const row = image && (await this.renditions.rowOf(ctx, image, fitFor(image, spec)));
      if (row) await this.files.ensure(row);
    }
  }

  private async plan(id: number): Promise<void> {
    if (this.specs.ahead().length === 0) return;
    await this.jobs.enqueue(this.dataSource.manager, MAKE_AHEAD, { id }, { key: `${MAKE_AHEAD}:${id}` });
  }
}

/** Drawings keep what they can do of a spec; that is what they are delivered with as well when the spec says so. */
function fitFor(image: Image, spec: string): string {
  return image.mimeType === 'image/svg+xml' && !spec.includes('preserve-svg') ? `${spec}|preserve-svg` : spec;
}
