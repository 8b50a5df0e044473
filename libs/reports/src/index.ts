/** What to look at, across all content. */
export { ReportsModule } from './reports.module.js';
export { UnknownBlocks, type UnknownBlock, type UnknownBlockPage } from './unknown-blocks/unknown-blocks.js';
