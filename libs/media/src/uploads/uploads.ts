import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { forbidden, notFound, Storage, tooLarge, tooManyAttempts, UnitOfWork, type Ctx } from '@pipit/kernel';
import { LessThan } from 'typeorm';
import { displayFileName } from '../files/file-names.js';
import { REMOVE_FILES } from '../files/file-owners.js';
import { inWords, withSpooledFile, type SpooledFile } from '../files/spool.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { uploadExpired, uploadOffset, uploadUnfinished } from './errors.js';
import { PendingUpload, type UploadPart } from './pending-upload.entity.js';

/** What somebody is about to send. */
export interface NewUpload {
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
}

/** Who may send files at all: whoever holds one of these somewhere. */
export const UPLOADERS = ['image.add', 'image.edit', 'document.add', 'document.edit'] as const;

/** Files on their way. Any process may take any part; all there is to know is in the database and the storage. */
@Injectable()
export class Uploads {
  constructor(
    private readonly policy: Policy,
    private readonly storage: Storage,
    private readonly unitOfWork: UnitOfWork,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** The largest file that may be of use. */
  get maxBytes(): number {
    return Math.max(this.options.maxImageBytes, this.options.maxDocumentBytes);
  }

  /** How long an upload may take, and then wait to be used. */
  get lifetimeMs(): number {
    return this.options.uploadHours * 3_600_000;
  }

  /** Begins an upload of the acting person's. */
  async begin(ctx: Ctx, { fileName, size }: NewUpload, isDirect = false): Promise<PendingUpload> {
    const userId = await this.requireSender(ctx);
    if (size > this.maxBytes) throw tooLarge(`The file is larger than ${inWords(this.maxBytes)}.`);
    const open = await ctx.manager.countBy(PendingUpload, { userId });
    if (open >= this.options.maxOpenUploads) throw tooManyAttempts('Finish or give up some of your uploads first.');
    const upload = ctx.manager.create(PendingUpload, {
      id: randomUUID(),
      userId,
      fileName: displayFileName(fileName),
      size,
      received: 0,
      parts: [],
      isDirect,
      expiresAt: new Date(Date.now() + this.lifetimeMs),
    });
    return ctx.manager.save(upload);
  }

  /** An upload of the acting person's; nobody learns of those of others. */
  async get(ctx: Ctx, id: string): Promise<PendingUpload> {
    const userId = await this.requireSender(ctx);
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
    const upload = isId ? await ctx.manager.findOneBy(PendingUpload, { id, userId }) : null;
    if (!upload) throw notFound('There is no such upload.');
    if (upload.expiresAt.getTime() < Date.now()) throw uploadExpired('This upload took too long. Send the file again.');
    return upload;
  }

  /** Lets the calling request, and no other from now on, add parts from this byte on. Answers what it has to show. */
  async takeOver(ctx: Ctx, id: string, offset: number): Promise<string> {
    const writer = randomUUID();
    const { affected } = await ctx.manager.update(PendingUpload, { id, received: offset, isDirect: false }, { writer });
    if (affected !== 1) throw uploadOffset('This upload goes on elsewhere.');
    return writer;
  }

  /** Notes a part that is in the storage; refused when another request took over meanwhile. */
  async addPart(ctx: Ctx, id: string, writer: string, part: UploadPart): Promise<void> {
    const [, changed]: [unknown, number] = await ctx.manager.query(
      `UPDATE media_upload SET received = received + $3, parts = parts || $4::jsonb WHERE id = $1 AND writer = $2`,
      [id, writer, part.size, JSON.stringify([part])],
    );
    if (changed !== 1) throw uploadOffset('This upload goes on elsewhere.');
  }

  /** Gives an upload up. */
  async remove(ctx: Ctx, id: string): Promise<void> {
    await this.end(ctx, await this.get(ctx, id));
  }

  /**
   * Hands a whole upload to `work` as a local file, in one transaction with its end: it is used once, or, when `work`
   * fails, still there for another try.
   */
  async take<T>(
    ctx: Ctx,
    id: string,
    maxBytes: number,
    work: (ctx: Ctx, file: SpooledFile, fileName: string) => Promise<T>,
  ): Promise<T> {
    const upload = await this.get(ctx, id);
    const parts = upload.isDirect ? await this.directPart(upload) : upload.parts;
    if (!upload.isDirect && upload.received < upload.size) throw uploadUnfinished('This upload is not finished.');
    if (upload.size > maxBytes) throw tooLarge(`The file is larger than ${inWords(maxBytes)}.`);
    const source = Readable.from(this.bytesOf(parts), { objectMode: false });
    return withSpooledFile(source, { maxBytes, folder: this.options.uploadFolder }, (file) =>
      this.unitOfWork.run(
        ctx,
        async (tx) => {
          const { affected } = await tx.manager.delete(PendingUpload, { id });
          if (affected !== 1) throw notFound('There is no such upload.');
          const result = await work(tx, file, upload.fileName);
          await tx.enqueue(REMOVE_FILES, { keys: parts.map(({ key }) => key) });
          return result;
        },
        { repeatable: true },
      ),
    );
  }

  /** Uploads whose time is over, with what came of them. Answers how many. */
  async removeExpired(ctx: Ctx, limit = 500): Promise<number> {
    const where = { expiresAt: LessThan(new Date()) };
    const expired = await ctx.manager.find(PendingUpload, { where, take: limit, order: { expiresAt: 'ASC' } });
    for (const upload of expired) await this.end(ctx, upload);
    return expired.length;
  }

  private async end(ctx: Ctx, { id, isDirect, parts }: PendingUpload): Promise<void> {
    await ctx.manager.delete(PendingUpload, id);
    for (const { key } of isDirect ? [{ key: directKey(id) }] : parts) await this.storage.delete(key);
  }

  private async *bytesOf(parts: readonly UploadPart[]): AsyncGenerator<Buffer> {
    for (const { key } of parts) yield* (await this.storage.read(key)) as AsyncIterable<Buffer>;
  }

  private async directPart({ id, size }: PendingUpload): Promise<UploadPart[]> {
    const stored = await this.storage.stat(directKey(id));
    if (stored?.size !== size)
      throw uploadUnfinished('This upload is not finished, or not the file that was announced.');
    return [{ key: stored.key, size }];
  }

  private async requireSender(ctx: Ctx): Promise<number> {
    if (ctx.actor.kind !== 'user') throw forbidden('Only people upload files in parts.');
    for (const permission of UPLOADERS) if (await this.policy.can(ctx, permission)) return ctx.actor.userId;
    throw forbidden('You need the permission to add or to edit images or documents for this.');
  }
}

/** Where the storage keeps what was sent straight to it. */
export function directKey(id: string): string {
  return `uploads/${id}/direct`;
}
