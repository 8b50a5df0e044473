import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReferenceTitles } from '@pipit/revisions';
import { FindDocuments } from './queries/find-documents.js';
import { FindImages } from './queries/find-images.js';

/** Tells what the images and documents are called that content points at: those the reader may choose. */
@Injectable()
export class MediaTitles implements OnModuleInit {
  constructor(
    private readonly titles: ReferenceTitles,
    private readonly images: FindImages,
    private readonly documents: FindDocuments,
  ) {}

  onModuleInit(): void {
    for (const [type, found] of [
      ['image', this.images],
      ['document', this.documents],
    ] as const) {
      this.titles.register((name) => name === type, async (ctx, all) => {
          const ids = all.map(Number);
        const { items } = await found.list(ctx, { ids, limit: ids.length, offset: 0 });
        return new Map(items.map(({ id, title }): [number, string] => [id, title]));
      }); // prettier-ignore
    }
  }
}
