/** Looking at drafts in the frontend: tokens, what they show, and the routes that give them out. */
export { PreviewContent } from './contents/preview-content.entity.js';
export { PreviewContents } from './contents/preview-contents.js';
export { noPreview, previewEnded } from './errors.js';
export { PreviewFrames } from './preview-frames.js';
export { PreviewModule } from './preview.module.js';
export type { PreviewOptions } from './preview.options.js';
export { Previews, type OpenPreview } from './previews.js';
export { isNew, type PreviewSubject } from './subject.js';
