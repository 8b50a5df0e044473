import { type Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { Logger } from '@nestjs/common';
import {
  ObjectMissing,
  Storage,
  type ByteRange,
  type SignedUpload,
  type StoredObject,
  type UploadWish,
} from '@pipit/cms';
import { putInParts } from './put-in-parts.js';
import type { S3Options } from './s3-options.js';
import { isMissing, s3Problem } from './s3-problem.js';

const TYPE = 'application/octet-stream';

/**
 * Keeps objects in a bucket, which may be private altogether: readers get them from Pipit. A request that meets silence,
 * a lost connection or a failure of the service is tried again; after that the answer is 503, and nothing is left.
 */
export class S3Storage extends Storage {
  private readonly logger = new Logger(S3Storage.name);
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly prefix: string;

  constructor(options: S3Options) {
    super();
    this.bucket = options.bucket;
    this.prefix = options.prefix ?? '';
    const stallMs = options.stallMs ?? 3000;
    this.client = new S3Client({
      region: options.region ?? 'us-east-1',
      maxAttempts: options.attempts ?? 3,
      requestHandler: { connectionTimeout: Math.min(stallMs, 2000), socketTimeout: stallMs },
      // Services that only speak like S3 do not know the newer checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(options.endpoint ? { endpoint: options.endpoint } : {}),
      forcePathStyle: options.forcePathStyle ?? options.endpoint !== undefined,
      ...(options.credentials ? { credentials: options.credentials } : {}),
    });
  }

  async put(key: string, content: Readable | Buffer): Promise<StoredObject> {
    const place = this.place(key);
    const source = Buffer.isBuffer(content) ? null : content;
    const size = await this.ask(
      () =>
        Buffer.isBuffer(content)
          ? this.client
              .send(new PutObjectCommand({ ...place, Body: content, ContentLength: content.length, ContentType: TYPE }))
              .then(() => content.length)
          : putInParts(this.client, place, content),
      source,
    );
    return { key, size, modifiedAt: new Date() };
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const Range = range && `bytes=${range.start}-${range.end}`;
    try {
      const { Body } = await this.client.send(new GetObjectCommand({ ...this.place(key), Range }));
      return Body as Readable;
    } catch (error) {
      throw isMissing(error) ? new ObjectMissing(key) : this.problem(error);
    }
  }

  async stat(key: string): Promise<StoredObject | null> {
    try {
      const found = await this.client.send(new HeadObjectCommand(this.place(key)));
      return { key, size: found.ContentLength ?? 0, modifiedAt: found.LastModified ?? new Date(0) };
    } catch (error) {
      if (isMissing(error)) return null;
      throw this.problem(error);
    }
  }

  async delete(key: string): Promise<void> {
    await this.ask(() => this.client.send(new DeleteObjectCommand(this.place(key))));
  }

  async *list(prefix: string): AsyncGenerator<StoredObject> {
    const pages = paginateListObjectsV2({ client: this.client }, { Bucket: this.bucket, Prefix: this.prefix + prefix });
    try {
      for await (const { Contents = [] } of pages) {
        for (const { Key = '', Size = 0, LastModified = new Date(0) } of Contents) {
          yield { key: Key.slice(this.prefix.length), size: Size, modifiedAt: LastModified };
        }
      }
    } catch (error) {
      throw this.problem(error);
    }
  }

  /** The size is part of what is signed, so that nothing else can be sent there. */
  override async signUpload(key: string, { size, seconds }: UploadWish): Promise<SignedUpload> {
    const command = new PutObjectCommand({ ...this.place(key), ContentLength: size, ContentType: TYPE });
    const signed = new Set(['content-length', 'content-type']);
    const url = await getSignedUrl(this.client, command, { expiresIn: seconds, signableHeaders: signed, unhoistableHeaders: signed }); // prettier-ignore
    return { method: 'PUT', url, headers: { 'content-type': TYPE } };
  }

  /** Parts of uploads that were never completed cost money and are seen by nobody. */
  override async tidy(before: Date): Promise<number> {
    const found = await this.ask(() =>
      this.client.send(new ListMultipartUploadsCommand({ Bucket: this.bucket, Prefix: this.prefix })),
    );
    const old = (found.Uploads ?? []).filter(({ Initiated }) => Initiated && Initiated < before);
    for (const { Key, UploadId } of old) {
      await this.ask(() => this.client.send(new AbortMultipartUploadCommand({ Bucket: this.bucket, Key, UploadId })));
    }
    return old.length;
  }

  private place(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.bucket, Key: this.prefix + key };
  }

  private async ask<T>(work: () => Promise<T>, source: Readable | null = null): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw source?.errored && error === source.errored ? error : this.problem(error);
    }
  }

  private problem(error: unknown): unknown {
    const problem = s3Problem(error);
    if (problem !== error) this.logger.warn(`The bucket ${this.bucket}: ${String(error)}`);
    return problem;
  }
}
