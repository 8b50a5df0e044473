import type { Sharp, SharpOptions } from 'sharp';

/** Methods of the engine that recipes are made of. */
type StepName =
  | 'autoOrient'
  | 'avif'
  | 'ensureAlpha'
  | 'extract'
  | 'flatten'
  | 'gif'
  | 'jpeg'
  | 'png'
  | 'raw'
  | 'resize'
  | 'timeout'
  | 'toColourspace'
  | 'webp';

/** One step: a method of the engine, and what it takes. */
export type Step = { [Name in StepName]: readonly [Name, ...Parameters<Sharp[Name]>] }[StepName];

/** Pixels in rows, as they are seen. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** How a file is opened and what is done with it. */
export interface Recipe {
  readonly opening: SharpOptions;
  readonly steps: readonly Step[];
}

/** What to make a picture of: a file on this machine, its pixels at a fraction of their size, or pixels. */
export interface MakeWish extends Recipe {
  readonly path?: string;
  readonly pixels?: Pixels;
  /** The steps begin with what this makes of the file, which is kept for a moment under its key. */
  readonly reduce?: Recipe & { readonly key: string };
}

/** How large a file's picture is as it is seen, EXIF orientation applied. */
export interface Measured {
  readonly width: number;
  readonly height: number;
  /** Frames, of an animation. */
  readonly pages: number;
}

/** What is sent to the process of pictures. */
export type Wish = { readonly id: number } & (
  ({ readonly what: 'make' } & MakeWish) | { readonly what: 'measure'; readonly path: string }
);

/** What comes back: a part for each thing that may have happened. */
export interface WorkerAnswer {
  readonly id: number;
  readonly made?: Pixels;
  readonly size?: Measured;
  /** The reduced image is not kept any more. */
  readonly missing?: true;
  readonly error?: string;
}

/** What the process is started with. */
export interface WorkerOptions {
  /** Bytes of memory for images at a fraction of their size. */
  readonly decodedMemory: number;
  /** Bytes after which the process gives up. */
  readonly memory: number;
  /** How much it steps back behind other processes; 19 is the most, 0 not at all. */
  readonly patience: number;
}
