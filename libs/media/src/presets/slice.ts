import type { Slice } from '../slice.js';
import { AheadRenditions } from './ahead-renditions.js';
import { DeclaredSpecs } from './declared-specs.js';

/** Renditions that types declare. */
export const PRESETS: Slice = { providers: [DeclaredSpecs, AheadRenditions] };
