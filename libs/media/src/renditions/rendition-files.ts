import { Inject, Injectable, Logger } from '@nestjs/common';
import { KEPT, ObjectMissing, Problem, Storage, Turns, kept } from '@pipit/kernel';
import { buffer } from 'node:stream/consumers';
import { DataSource, type EntityManager } from 'typeorm';
import { imageTurns } from '../files/decoding-queue.js';
import { Image } from '../image.entity.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { Rendition } from '../rendition.entity.js';
import type { RenditionPlan } from './plan.js';
import { RenderImage } from './render-image.js';
import { renderSvg } from './render-svg.js';
import { RenditionMemory } from './rendition-memory.js';
import { RenditionPlanner } from './rendition-planner.js';

/** First half of the key of our advisory locks, so that other locks on plain numbers never meet them. */
const LOCK_CLASS = 0x70_69_70_69;

/** Renditions that are on their way beside those that are being decoded. */
const BESIDE = 2;

/** Makes the files of renditions: each once, however many requests and processes ask for it at a time. */
@Injectable()
export class RenditionFiles {
  private readonly logger = new Logger(RenditionFiles.name);
  private readonly turns: Turns;
  private readonly inFlight = new Map<number, Promise<Rendition | null>>();

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
  async ensure(rendition: Rendition): Promise<Rendition | null> {
    if (rendition.fileSize !== null) return rendition;
    const known = this.inFlight.get(rendition.id);
    if (known) return known;
    const made = this.turns.run(() => this.makeOnce(rendition.id)).finally(() => this.inFlight.delete(rendition.id));
    this.inFlight.set(rendition.id, made);
    return made;
  }

  /** Makes a file again that the storage has lost, as one may lose a cache. Null as for {@link ensure}. */
  async remake({ id, fileKey }: Pick<Rendition, 'id' | 'fileKey'>): Promise<Rendition | null> {
    if (await this.storage.stat(fileKey)) return this.dataSource.manager.findOneBy(Rendition, { id });
    await this.dataSource.manager.update(Rendition, id, { fileSize: null });
    const rendition = await this.dataSource.manager.findOneBy(Rendition, { id });
    return rendition && this.ensure(rendition);
  }

  /** Other processes wait at the lock and then find the work done. The file is whole before the row says so. */
  private makeOnce(id: number): Promise<Rendition | null> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(kept('SELECT pg_advisory_xact_lock($1, $2)'), [LOCK_CLASS, id]);
      const rendition = await withImage(manager, id);
      if (!rendition?.image || rendition.fileSize !== null) return rendition;
      // What is shown under an address never changes, so nothing newer is made under an old one.
      const plan = this.planner.currentPlan(rendition.image, rendition);
      const bytes = plan && (await this.render(plan, rendition.image));
      if (!bytes) return null;
      await this.storage.put(rendition.fileKey, bytes);
      this.memory.keep({ fileKey: rendition.fileKey, fileSize: bytes.length }, bytes);
      return this.markMade(manager, rendition, bytes.length);
    });
  }

  private async markMade(manager: EntityManager, rendition: Rendition, fileSize: number): Promise<Rendition> {
    const update = manager.createQueryBuilder().update(Rendition).set({ fileSize }).whereInIds(rendition.id);
    await update.comment(KEPT).execute();
    return Object.assign(rendition, { fileSize });
  }

  private async render(plan: RenditionPlan, image: Image): Promise<Buffer | null> {
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

/** By one statement, where TypeORM's `findOne` takes two. */
function withImage(manager: EntityManager, id: number): Promise<Rendition | null> {
  const query = manager.createQueryBuilder(Rendition, 'rendition').leftJoinAndSelect('rendition.image', 'image');
  return query.where('rendition.id = :id', { id }).comment(KEPT).getOne();
}
