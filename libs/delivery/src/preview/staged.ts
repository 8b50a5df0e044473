import type { RenditionRequest } from '@pipit/media';
import type { RowReader } from '../query/content-reader.js';

/** A transaction in which one draft is what readers see, to be taken back after the answer was put together. */
export interface Staged {
  /** Reads in that transaction. */
  readonly reader: RowReader;
  /** The page that is shown, wherever it may be read otherwise; null for snippets. */
  readonly pageId: number | null;
  /** Renditions whose addresses were given out: their rows are taken back too, and have to be made again. */
  readonly renditions: RenditionRequest[];
}
