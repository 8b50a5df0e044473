/** What points at what, live and draft. */
export { ReferenceEntry } from './reference-entry.entity.js';
export {
  ReferenceIndex,
  type ReferenceCopy,
  type ReferenceSides,
  type ReferenceSource,
  type ReferenceTarget,
  type Usage,
} from './reference-index.js';
export { ReferencesModule } from './references.module.js';
