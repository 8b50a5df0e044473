/** The editor's side of plugins: what they bring, loaded at the start. */
export { ExtensionBoundary } from './boundary';
export type * from './contract';
export { ExtensionProblems } from './problems';
export { extensions } from './registry';
export { useExtensionsStart } from './start';
export { useExtensions } from './use-extensions';
