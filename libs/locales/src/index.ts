/** Languages of content. */
export { Locale } from './locale.entity.js';
export { Locales } from './locales.js';
export { LocalesModule } from './locales.module.js';
