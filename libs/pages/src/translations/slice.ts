import type { Slice } from '../slice.js';
import { LocaleGuard } from './locale-guard.js';

/** Pages in several languages. */
export const TRANSLATIONS: Slice = { providers: [LocaleGuard] };
