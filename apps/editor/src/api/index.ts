export * from './types';
export { ApiProblem } from './problem';
export type { AuditLogEntry, AuditLogPart, AuditMatch } from './audit-endpoints';
export type { BulkItemResult, BulkOperation, BulkWish } from './bulk-endpoints';
export { onSessionEnd, refreshSession, request, setAccessToken } from './client';
export { uploadDocument, uploadImage, type UploadOptions } from './upload';
export * as api from './endpoints';
export { matchQuery } from './record-endpoints';
export { queryKeys } from './query-keys';
