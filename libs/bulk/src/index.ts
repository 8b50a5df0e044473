/** Operations on many things, done one by one in the background. */
export { CancelBulk } from './actions/cancel-bulk.action.js';
export { StartBulk, type StartBulkInput } from './actions/start-bulk.action.js';
export { BulkItem, type BulkItemState } from './bulk-item.entity.js';
export { BulkKinds, type BulkKind, type BulkKindFamily, type BulkSelection, type BulkSubject } from './bulk-kinds.js';
export { BulkOperation, type BulkState } from './bulk-operation.entity.js';
export { BulkModule } from './bulk.module.js';
export type { BulkProgress } from './queries/bulk-operations.js';
export { RunBulk } from './run/run-bulk.js';
