import type { Slice } from '../slice.js';
import { Pictures } from './pictures.js';

/** Where pictures are decoded and encoded. */
export const ENGINE: Slice = { providers: [Pictures] };
