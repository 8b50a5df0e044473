import { Injectable } from '@nestjs/common';
import { invalid, type FieldError, type WriteCtx } from '@pipit/kernel';
import type { Caption, Document } from '../document.entity.js';
import { extensionOf } from '../files/document-type.js';
import { FindDocuments } from '../queries/find-documents.js';
import { FindImages } from '../queries/find-images.js';

/** What is said about a video or a recording; undefined leaves a value as it is. */
export interface PlayingInput {
  readonly language?: string;
  readonly posterId?: number | null;
  readonly captions?: readonly Caption[];
}

const TRACKS = new Set(['vtt', 'srt']);

/** Checks what goes with a document that plays: only what the acting person may choose. */
@Injectable()
export class PlayingFacts {
  constructor(
    private readonly images: FindImages,
    private readonly documents: FindDocuments,
  ) {}

  /** The columns to change; throws `invalid` naming what is wrong. */
  async check(ctx: WriteCtx, document: Document, input: PlayingInput): Promise<Partial<Document>> {
    const { language, posterId, captions } = input;
    const errors: FieldError[] = [];
    if (posterId && posterId !== document.posterId && !(await this.isImage(ctx, posterId))) {
      errors.push({ path: '/posterId', code: 'unknown_image', message: `There is no image ${posterId}.` });
    }
    if (captions) errors.push(...(await this.faultsOf(ctx, document, captions)));
    if (errors.length > 0) throw invalid('Some values are not valid.', errors);
    return {
      ...(language === undefined ? {} : { language }),
      ...(posterId === undefined ? {} : { posterId }),
      ...(captions ? { captions: captions.map(({ language: tag, label, documentId }) => ({ language: tag, label: label.trim(), documentId })) } : {}),
    }; // prettier-ignore
  }

  private async isImage(ctx: WriteCtx, id: number): Promise<boolean> {
    return (await this.images.list(ctx, { ids: [id], limit: 1, offset: 0 })).total > 0;
  }

  private async faultsOf(
    ctx: WriteCtx,
    { captions: known }: Document,
    captions: readonly Caption[],
  ): Promise<FieldError[]> {
    const ids = captions.map(({ documentId }) => documentId);
    const { items } = await this.documents.list(ctx, { ids, limit: ids.length, offset: 0 });
    const tracks = new Set(items.filter(({ fileName }) => TRACKS.has(extensionOf(fileName))).map(({ id }) => id));
    for (const { documentId } of known) tracks.add(documentId);
    const languages = captions.map(({ language }) => language.toLowerCase());
    return captions.flatMap(({ documentId, language }, at) => [
      ...(tracks.has(documentId) ? [] : [{ path: `/captions/${at}/documentId`, code: 'unknown_document', message: `There is no WebVTT or SubRip file ${documentId}.` }]),
      ...(languages.indexOf(language.toLowerCase()) < at ? [{ path: `/captions/${at}/language`, code: 'twice', message: `There are two captions in “${language}”.` }] : []),
    ]); // prettier-ignore
  }
}
