import { availableParallelism } from 'node:os';
import type { EmbedProvider } from './embeds/providers.js';
import type { ReadingLimits } from './reading/read-file.js';
import type { NegotiatedFormat } from './renditions/negotiation.js';

/** What a project may change about media. */
export interface MediaOptions {
  /** Largest image accepted, in bytes. */
  readonly maxImageBytes: number;
  /** Largest document accepted, in bytes. */
  readonly maxDocumentBytes: number;
  /** Where uploads are kept until they are stored; default: the system's folder for temporary files. */
  readonly uploadFolder?: string;
  /** Most pixels of a still image. */
  readonly maxPixels: number;
  /** Most pixels of an animation, all frames together. */
  readonly maxAnimationPixels: number;
  /** Renderings that run at once for this server, each on one processor. Default: all processors but one. */
  readonly renderConcurrency: number;
  /** Renderings that may wait; beyond it requests are answered 503. */
  readonly renderQueueLength: number;
  /** Seconds one rendering may take. */
  readonly renderTimeoutSeconds: number;
  /** Sites whose pages may be embedded, asked before those we know. */
  readonly embedProviders: readonly EmbedProvider[];
  /** What looking into one document may cost. */
  readonly readingLimits: ReadingLimits;
  /** Hours an upload in parts may take, and then wait to be used. */
  readonly uploadHours: number;
  /** Uploads in parts that one person may have begun at a time. */
  readonly maxOpenUploads: number;
  /** Days after which what lies in the trash goes for good; null: never by itself. */
  readonly keepTrashDays: number | null;
  /** Bytes of memory for small renditions that are asked for often; 0: none. */
  readonly renditionMemory: number;
  /** Bytes of memory for images decoded at a fraction of their size, while further renditions are made of them; 0: none. */
  readonly decodedMemory: number;
  /** Quality of renditions whose spec says none, 1 to 100. */
  readonly quality: Readonly<Record<'jpeg' | 'webp' | 'avif', number>>;
  /** What `format-auto` may stand for when a reader understands it, best first; beside the format everybody does. */
  readonly negotiatedFormats: readonly NegotiatedFormat[];
  /** Ratios in which people may choose what is shown of an image, by name: `{ hero: '16:9' }`. */
  readonly crops: Readonly<Record<string, string>>;
  /** Days before an image's rights expire in which lists call them expiring. */
  readonly rightsWarningDays: number;
  /**
   * What readers get of an image whose rights have expired: `show` it as before, so that nothing breaks unnoticed, or
   * `hide` it, as if it were in a private collection: content prints null for it, and its files are not found.
   */
  readonly expiredImages: 'show' | 'hide';
  /** Extensions of documents that are not accepted, without dot. */
  readonly refusedDocumentExtensions: readonly string[];
}

/** Injection token of the complete {@link MediaOptions}. */
export const MEDIA_OPTIONS = Symbol('pipit:media-options');

/** Where originals and renditions are served. */
export const MEDIA_PREFIX = '/media/';

/** Sensible for a small server. */
export const DEFAULT_MEDIA_OPTIONS: MediaOptions = {
  maxImageBytes: 20 * 1024 * 1024,
  maxDocumentBytes: 100 * 1024 * 1024,
  maxPixels: 60_000_000,
  maxAnimationPixels: 128_000_000,
  renderConcurrency: Math.max(1, availableParallelism() - 1),
  renderQueueLength: 200,
  renderTimeoutSeconds: 20,
  embedProviders: [],
  readingLimits: { seconds: 30, megabytes: 256, maxChars: 500_000 },
  uploadHours: 24,
  maxOpenUploads: 200,
  keepTrashDays: 90,
  renditionMemory: 32 * 1024 * 1024,
  decodedMemory: 64 * 1024 * 1024,
  // Wagtail's.
  quality: { jpeg: 76, webp: 80, avif: 61 },
  negotiatedFormats: ['avif', 'webp'],
  crops: {},
  rightsWarningDays: 30,
  expiredImages: 'show',
  // What a double click would run. Anything else is served as a download only, see the serving rules.
  refusedDocumentExtensions: ['exe', 'msi', 'bat', 'cmd', 'com', 'scr', 'pif', 'vbs', 'ps1', 'lnk', 'hta', 'jar'],
};
