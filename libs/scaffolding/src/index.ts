/** The first files of new declarations. */
export { namesOf, type Names } from './names.js';
export type { Scaffold, ScaffoldedFile } from './scaffold.js';
export { blockScaffold } from './templates/block.js';
export { pageTypeScaffold } from './templates/page-type.js';
export { pluginScaffold } from './templates/plugin.js';
export { snippetScaffold } from './templates/snippet.js';
export { writePlugin } from './write-plugin.js';
export { writeScaffold, type Written } from './write-scaffold.js';
