import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { PictureProcess, PictureProcessEnded } from './picture-process.js';
import type { MakeWish, Measured, Pixels, Recipe, WorkerAnswer } from './recipe.js';

/** Memory of the process itself, and of what is encoded, in bytes. */
const BESIDE_PIXELS = 256 * 1024 * 1024;
/** A pixel takes four, and is held twice while it is turned or resized. */
const BYTES_PER_PIXEL = 8;
/** How much pictures step back where somebody waits for other answers. More, and they never come on a busy machine. */
const PATIENCE = 5;
/** A picture stops by itself when it takes too long; a decoder that hears of nothing is ended after this many times that. */
const GRACE = 2;

type Ask = Parameters<PictureProcess['ask']>[0];
type Settings = Pick<
  MediaOptions,
  'decodedMemory' | 'maxPixels' | 'maxAnimationPixels' | 'renderConcurrency' | 'renderTimeoutSeconds'
>;

/** The engine that decodes and encodes pictures. It works in a process of its own, which begins with the first picture. */
@Injectable()
export class Pictures implements OnModuleDestroy {
  private readonly logger = new Logger(Pictures.name);
  private process: PictureProcess | null = null;
  private isOver = false;

  constructor(
    private readonly http: HttpAdapterHost,
    @Inject(MEDIA_OPTIONS) private readonly settings: Settings,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    await this.process?.stop();
  }

  /** How large a picture is; throws when its file cannot be read. */
  async measure(path: string): Promise<Measured> {
    const { size } = await this.ask({ what: 'measure', path });
    if (!size) throw new Error('The process of pictures answered something else.');
    return size;
  }

  /** Carries a recipe out on a file; throws when that cannot be done. */
  async make(path: string, recipe: Recipe): Promise<Pixels> {
    return madeOf(await this.ask({ what: 'make', path, ...recipe }));
  }

  /** The same on pixels. */
  async makeOfPixels(pixels: Pixels, steps: Recipe['steps']): Promise<Pixels> {
    return madeOf(await this.ask({ what: 'make', pixels, opening: {}, steps }));
  }

  /** The same on what another recipe makes of a file. `path` is asked for when that is not kept from before. */
  async makeOfReduced(
    reduce: NonNullable<MakeWish['reduce']>,
    steps: Recipe['steps'],
    withPath: <T>(work: (path: string) => Promise<T>) => Promise<T>,
  ): Promise<Pixels> {
    const wish = { what: 'make', reduce, opening: {}, steps } as const;
    const kept = await this.ask(wish);
    return kept.missing ? withPath(async (path) => madeOf(await this.ask({ ...wish, path }))) : madeOf(kept);
  }

  /** What ended the process may have been another picture, so each is tried once more. */
  private async ask(wish: Ask): Promise<WorkerAnswer> {
    const seconds = this.settings.renderTimeoutSeconds * GRACE;
    try {
      return answerOf(await this.running().ask(wish, seconds));
    } catch (error) {
      if (!(error instanceof PictureProcessEnded) || this.isOver) throw error;
      this.logger.warn(error.message);
      return answerOf(await this.running().ask(wish, seconds));
    }
  }

  private running(): PictureProcess {
    if (!this.process?.isRunning) {
      const { decodedMemory, maxPixels, maxAnimationPixels, renderConcurrency } = this.settings;
      const pixels = renderConcurrency * Math.max(maxPixels, maxAnimationPixels);
      const memory = BESIDE_PIXELS + decodedMemory + pixels * BYTES_PER_PIXEL;
      // Command line tools and workers have no HTTP server.
      const patience = (this.http.httpAdapter as unknown) ? PATIENCE : 0;
      this.process = new PictureProcess({ decodedMemory, memory, patience }, renderConcurrency);
    }
    return this.process;
  }
}

function answerOf(answer: WorkerAnswer): WorkerAnswer {
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer;
}

function madeOf({ made }: WorkerAnswer): Pixels {
  if (!made) throw new Error('The process of pictures answered something else.');
  return made;
}
