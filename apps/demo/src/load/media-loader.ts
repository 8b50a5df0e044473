import { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import {
  CreateCollection,
  UploadDocument,
  UploadImage,
  withSpooledFile,
  type SpooledFile,
  type WriteCtx,
} from '@pipit/cms';
import { collections, documents, pictures } from '../content/index.js';
import { drawPicture } from './picture-files.js';
import type { SeedIds } from './seed-ids.js';

const LARGEST_FILE = 20 * 1024 * 1024;

const spooled = <T>(bytes: Uint8Array, work: (file: SpooledFile) => Promise<T>): Promise<T> =>
  withSpooledFile(Readable.from([bytes]), { maxBytes: LARGEST_FILE }, work);

/** Collections, pictures and papers. */
export async function loadMedia(app: INestApplicationContext, ctx: WriteCtx, ids: SeedIds): Promise<void> {
  for (const { key, name } of collections) {
    ids.add('collection', key, (await app.get(CreateCollection).run(ctx, { name })).id);
  }
  for (const picture of pictures) {
    const { fileName, bytes } = await drawPicture(picture);
    const { title, alt, tags } = picture;
    const collectionId = ids.of('collection', picture.collection, 'en');
    const image = await spooled(bytes, (file) =>
      app.get(UploadImage).run(ctx, { file, fileName, title, alt, tags, collectionId }),
    );
    ids.add('image', picture.key, image.id);
  }
  for (const paper of documents) {
    const { title, fileName } = paper;
    const collectionId = ids.of('collection', paper.collection, 'en');
    const document = await spooled(paper.render(), (file) =>
      app.get(UploadDocument).run(ctx, { file, fileName, title, collectionId }),
    );
    ids.add('document', paper.key, document.id);
  }
}
