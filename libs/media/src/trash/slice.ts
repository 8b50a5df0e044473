import type { Slice } from '../slice.js';
import { MediaTrash } from './media-trash.js';

/** Deleted images and documents, until they come back or go for good. */
export const TRASH: Slice = { providers: [MediaTrash] };
