import { ObjectMissing, Problem, storageFull, unavailable } from '@pipit/cms';

interface ServiceError {
  readonly name?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const FULL = new Set(['QuotaExceeded', 'InsufficientCapacity', 'XMinioStorageFull', 'StorageFull']);

/** True when the store answered that it has no such object. */
export function isMissing(error: unknown): boolean {
  const { name, $metadata } = Object(error) as ServiceError;
  return name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404;
}

/**
 * What a failed request means for whoever asked. All but missing objects and full stores is `unavailable`: wrong
 * credentials and a lost network alike are nothing the caller can mend..
 */
export function s3Problem(error: unknown): unknown {
  if (error instanceof Problem || error instanceof ObjectMissing) return error;
  const { name = '', $metadata } = Object(error) as ServiceError;
  if (FULL.has(name) || $metadata?.httpStatusCode === 507) {
    return storageFull('There is no room left to store this file.');
  }
  return unavailable('Files cannot be reached at the moment.', [], { retryAfter: 30 });
}
