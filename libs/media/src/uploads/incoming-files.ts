import { Inject, Injectable, type Type } from '@nestjs/common';
import { DtoPipe } from '@pipit/access';
import { badRequest, type Ctx } from '@pipit/kernel';
import type { FastifyRequest } from 'fastify';
import type { SpooledFile } from '../files/spool.js';
import { receiveUpload } from '../http/receive-upload.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { plainFacts } from './plain-facts.js';
import { Uploads } from './uploads.js';

/** A file that came in, with what was said about it. */
export interface IncomingFile<Facts> {
  readonly file: SpooledFile;
  /** As the sender calls it; never used as a path. */
  readonly fileName: string;
  readonly facts: Facts;
}

/** What a route takes. */
export interface IncomingRules<Facts> {
  readonly maxBytes: number;
  /** Declares the facts; see {@link UploadFactsDto}. */
  readonly facts: Type<Facts>;
}

/** Takes the file of a request, however it is sent: in a multipart form, or as JSON that names a finished upload. */
@Injectable()
export class IncomingFiles {
  private readonly pipe = new DtoPipe();

  constructor(
    private readonly uploads: Uploads,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** `work` gets the ctx to act with: an upload ends in the transaction that uses it. */
  async receive<Facts extends { readonly uploadId?: string }, T>(
    ctx: Ctx,
    request: FastifyRequest,
    { maxBytes, facts: type }: IncomingRules<Facts>,
    work: (ctx: Ctx, incoming: IncomingFile<Facts>) => Promise<T>,
  ): Promise<T> {
    if (request.body !== undefined && request.body !== null && !request.isMultipart()) {
      const facts = await this.check(type, request.body);
      if (facts.uploadId === undefined) {
        const message = 'Name a finished upload.';
        throw badRequest(message, [{ path: '/uploadId', code: 'required', message }]);
      }
      return this.uploads.take(ctx, facts.uploadId, maxBytes, (tx, file, fileName) => work(tx, { file, fileName, facts })); // prettier-ignore
    }
    const rules = { maxBytes, folder: this.options.uploadFolder };
    return receiveUpload(request, rules, async ({ file, fileName, fields }) =>
      work(ctx, { file, fileName, facts: await this.check(type, plainFacts(fields)) }),
    );
  }

  private check<Facts>(metatype: Type<Facts>, value: unknown): Promise<Facts> {
    return this.pipe.transform(value, { type: 'body', metatype }) as Promise<Facts>;
  }
}
