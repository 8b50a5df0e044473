import { Inject, Injectable, Logger } from '@nestjs/common';
import { ObjectMissing, Problem, Storage, Turns, kept } from '@pipit/kernel';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { imageTurns } from '../files/decoding-queue.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { Rendition } from '../rendition.entity.js';
import { isMade, type GivenRendition, type MadeRendition } from './made-rendition.js';
import type { RenditionPlan } from './plan.js';
import { RenderImage } from './render-image.js';
import { renderSvg } from './render-svg.js';
import { RenditionMemory } from './rendition-memory.js';
import { RenditionPlanner } from './rendition-planner.js';
import { findSource, type ImageSource } from './rendition-source.js';

/** First half of the key of our advisory locks, so that other locks on plain numbers never meet them. */
const LOCK_CLASS = 0x70_69_70_69;

/** Renditions that are on their way beside those that are being decoded. */
const BESIDE = 2;

/** Makes the files of renditions: each once, however many requests and processes ask for it at a time. */
@Injectable()
export class RenditionFiles {
  private readonly logger = new Logger(RenditionFiles.name);
  private readonly turns: Turns;
  private readonly inFlight = new Map<number, Promise<MadeRendition | null>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: Storage,
    private readonly planner: RenditionPlanner,
    private readonly rendering: RenderImage,
    private readonly memory: RenditionMemory,
    @Inject(MEDIA_OPTIONS) options: Pick<MediaOptions, 'renderConcurrency' | 'renderQueueLength'>,
  ) {
    // While some are decoded, others are looked up, read and written. Each holds a connection, so they are few.
    this.turns = new Turns(imageTurns(options.renderConcurrency + BESIDE, options.renderQueueLength));
  }

  /** The rendition with its file made; null when the original is missing, cannot be decoded, or is another by now. */
  async ensure(rendition: GivenRendition): Promise<MadeRendition | null> {
    return isMade(rendition) ? rendition : this.make(rendition.id);
  }

  /** Makes a file again that the storage has lost, as one may lose a cache. False where {@link ensure} answers null. */
  async remake({ id, fileKey }: Pick<Rendition, 'id' | 'fileKey'>): Promise<boolean> {
    if (await this.storage.stat(fileKey)) return true;
    await this.dataSource.manager.update(Rendition, id, { fileSize: null });
    return (await this.make(id)) !== null;
  }

  private make(id: number): Promise<MadeRendition | null> {
    const known = this.inFlight.get(id);
    if (known) return known;
    const made = this.turns.run(() => this.makeOnce(id)).finally(() => this.inFlight.delete(id));
    this.inFlight.set(id, made);
    return made;
  }

  /** Other processes wait at the lock and then find the work done. The file is whole before the row says so. */
  private makeOnce(id: number): Promise<MadeRendition | null> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(kept('SELECT pg_advisory_xact_lock($1, $2)'), [LOCK_CLASS, id]);
      const found = await findSource(manager, id);
      if (!found) return null;
      const { image, ...rendition } = found;
      if (isMade(rendition)) return rendition;
      // What is shown under an address never changes, so nothing newer is made under an old one.
      const plan = this.planner.currentPlan(image, rendition);
      const bytes = plan && (await this.render(plan, image));
      if (!bytes) return null;
      await this.storage.put(rendition.fileKey, bytes);
      const made = { ...rendition, fileSize: bytes.length };
      this.memory.keep(made, bytes);
      await manager.query(kept('UPDATE rendition SET file_size = $2 WHERE id = $1'), [id, made.fileSize]);
      return made;
    });
  }

  private async render(plan: RenditionPlan, image: ImageSource): Promise<Buffer | null> {
    try {
      if (plan.format !== 'svg') return await this.rendering.render(plan, image);
      return renderSvg(await buffer(await this.storage.read(image.fileKey)), plan, image);
    } catch (error) {
      if (error instanceof Problem && error.status === 503) throw error;
      const cause = error instanceof ObjectMissing ? 'its original is missing' : String(error);
      this.logger.warn(`Rendition ${plan.spec.text} of image ${image.id} was not made: ${cause}.`);
      return null;
    }
  }
}
