import { MAX_ID } from '../kinds/field-kind.js';
import type { RichTextAttributes } from './handlers.js';

/** The id a link or embed carries; null when it carries none that could be one. */
export function storedId({ id = '' }: RichTextAttributes): number | null {
  const number = Number(id);
  return /^\d+$/.test(id) && number > 0 && number <= MAX_ID ? number : null;
}
