/** Keeps the files of media in a bucket of S3, or of a service that speaks like it. */
export type { S3Options } from './s3-options.js';
export { S3Storage } from './s3-storage.js';
