/** Takes over the content of a Wagtail site from a Django `dumpdata` file. */
export { importWagtailCommand, type ImportWagtailArguments } from './cli/import-wagtail.command.js';
export { terminalProgress, type Output } from './cli/terminal-progress.js';
export type { ImportMapping, Reason, TaggingMapping } from './mapping/import-mapping.js';
export { SNIPPET_STATE_FIELDS, WAGTAIL_LEFTOVER_FIELDS, WAGTAIL_LEFTOVER_MODELS } from './mapping/wagtail-leftovers.js';
export { noProgress, type Progress } from './progress.js';
export { ImportReport, type Finding, type Leftover } from './report/import-report.js';
export { WagtailImport, type WagtailImportOptions, type WagtailImportResult } from './wagtail-import.js';
export { WagtailImportModule } from './wagtail-import.module.js';
