/** Languages of content. */
export { CreateLocale } from './actions/create-locale.action.js';
export { DeleteLocale } from './actions/delete-locale.action.js';
export { EditLocale, type EditLocaleInput } from './actions/edit-locale.action.js';
export * from './events.js';
export { fallbackChain } from './fallback-chain.js';
export * from './hooks.js';
export type { LocaleValues } from './locale-rules.js';
export { Locale } from './locale.entity.js';
export { Locales } from './locales.js';
export { LocalesModule } from './locales.module.js';
