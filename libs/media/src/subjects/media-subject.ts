import type { DomainEvent, HookPoint, WriteCtx } from '@pipit/kernel';
import type { MediaFile } from '../media-file.js';

/** What the library keeps. */
export const MEDIA_TYPES = ['image', 'document'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** The moments of a stored file's life that hooks and listeners hear of. */
export interface Moment<F extends MediaFile> {
  readonly hook: new (ctx: WriteCtx, file: F) => HookPoint;
  readonly event: new (id: number) => DomainEvent;
}

/**
 * Where images and documents differ, for what is the same for both: the trash, earlier versions, bulk operations. Each
 * has one, and actions are made of it: `class DeleteDocument extends DeleteMedia<Document>`.
 */
export abstract class MediaSubject<F extends MediaFile> {
  abstract readonly type: MediaType;
  abstract readonly entity: new () => F;
  /** Columns that describe the file itself, besides those every file has: they change with it and come back with it. */
  abstract readonly fileColumns: readonly (keyof F & string)[];
  abstract readonly moments: Readonly<Record<'delete' | 'restore' | 'purge' | 'replace', Moment<F>>>;

  /** Keys of what was made from the files of a row, and goes with it. */
  abstract derivedKeys(ctx: WriteCtx, file: F): Promise<readonly string[]>;

  /** Called in the transaction once a row has another file: drops what was made from the one before, begins anew. */
  abstract fileReplaced(ctx: WriteCtx, file: F): Promise<void>;
}
