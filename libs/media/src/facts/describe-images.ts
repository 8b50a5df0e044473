import { Inject, Injectable, Logger } from '@nestjs/common';
import { ObjectMissing, Problem, Storage } from '@pipit/kernel';
import { DataSource } from 'typeorm';
import { ImageProbe } from '../files/image-probe.js';
import { withSpooledFile } from '../files/spool.js';
import { Image } from '../image.entity.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';

/** Works out colour and placeholder of images that were there before Pipit did so when they came. */
@Injectable()
export class DescribeImages {
  private readonly logger = new Logger(DescribeImages.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: Storage,
    private readonly probe: ImageProbe,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** Ids of images without either, ascending, from the first above `after`. Drawings never have one. */
  async pending(after: number, limit: number): Promise<number[]> {
    const rows: { id: number }[] = await this.dataSource.query(
      `SELECT id FROM image
        WHERE dominant_color IS NULL AND placeholder IS NULL AND mime_type <> 'image/svg+xml' AND file_state = 'ok'
          AND id > $1 ORDER BY id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Looks at one image; answers whether its file could be read. */
  async describe(id: number): Promise<boolean> {
    const image = await this.dataSource.manager.findOneBy(Image, { id });
    if (!image) return false;
    try {
      const limits = { maxBytes: image.fileSize, folder: this.options.uploadFolder };
      const source = await this.storage.read(image.fileKey);
      const { dominantColor, placeholder } = await withSpooledFile(source, limits, (file) => this.probe.look(file));
      // Unless it got another file meanwhile. Nobody edited anything, so its version stays.
      await this.dataSource.manager.update(Image, { id, fileKey: image.fileKey }, { dominantColor, placeholder });
      return true;
    } catch (error) {
      if (!(error instanceof ObjectMissing) && !(error instanceof Problem)) throw error;
      this.logger.warn(`Image ${id} cannot be looked at: ${error.message}`);
      return false;
    }
  }
}
