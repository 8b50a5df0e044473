import type { Slice } from '../slice.js';
import { DocumentText } from './document-text.entity.js';
import { ReadDocument } from './read-document.js';

/** What is found by looking into files. */
export const READING: Slice = { entities: [DocumentText], providers: [ReadDocument] };
