import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { DtoPipe } from '@pipit/access';
import { BulkKinds } from '@pipit/bulk';
import type { JsonObject } from '@pipit/content-types';
import { badRequest, Problem, type WriteCtx } from '@pipit/kernel';
import { tagNamesOf } from '@pipit/tags';
import { EditDocument } from '../actions/edit-document.js';
import { EditImage } from '../actions/edit-image.js';
import { DeleteDocument, PurgeDocument, RestoreDocument } from '../documents/document-actions.js';
import { DeleteImage, PurgeImage, RestoreImage } from '../images/image-actions.js';
import { FindDocuments } from '../queries/find-documents.js';
import { FindImages } from '../queries/find-images.js';
import type { MediaType } from '../subjects/media-subject.js';
import { BulkDeleteDto, BulkEditDto, BulkEditImagesDto, NoArgumentsDto } from './bulk-edit.dto.js';
import { MediaSelection } from './media-selection.js';

/** What a kind of operation does, beside finding its things. */
interface MediaKind {
  readonly type: MediaType;
  readonly verb: 'edit' | 'delete' | 'restore' | 'purge';
  readonly label: string;
  readonly takes: Type<object>;
  readonly perform: (ctx: WriteCtx, id: number, args: JsonObject) => Promise<unknown>;
}

/** What can be done to many images or documents at once: the actions of single ones. */
@Injectable()
export class MediaBulkKinds implements OnModuleInit {
  private readonly pipe = new DtoPipe();

  constructor(
    private readonly kinds: BulkKinds,
    private readonly selection: MediaSelection,
    private readonly images: FindImages,
    private readonly documents: FindDocuments,
    private readonly editImage: EditImage,
    private readonly editDocument: EditDocument,
    private readonly deleteImage: DeleteImage,
    private readonly deleteDocument: DeleteDocument,
    private readonly restoreImage: RestoreImage,
    private readonly restoreDocument: RestoreDocument,
    private readonly purgeImage: PurgeImage,
    private readonly purgeDocument: PurgeDocument,
  ) {}

  onModuleInit(): void {
    for (const kind of [...this.imageKinds(), ...this.documentKinds()]) this.register(kind);
  }

  private imageKinds(): MediaKind[] {
    const type = 'image';
    return [
      { type, verb: 'edit', label: 'Edit images', takes: BulkEditImagesDto, perform: async (ctx, id, args) => {
        const { collectionId, credit, rights, rightsExpireAt } = args as BulkEditImagesDto;
        const tags = retagged(tagNamesOf((await this.images.get(ctx, id)).tags), args);
        const expireAt = typeof rightsExpireAt === 'string' ? new Date(rightsExpireAt) : rightsExpireAt;
        return this.editImage.run(ctx, { id, collectionId, tags, credit, rights, rightsExpireAt: expireAt });
      } },
      { type, verb: 'delete', label: 'Move images to the trash', takes: BulkDeleteDto, perform: (ctx, id, { force }) => this.deleteImage.run(ctx, { id, force: force === true }) },
      { type, verb: 'restore', label: 'Restore images', takes: NoArgumentsDto, perform: (ctx, id) => this.restoreImage.run(ctx, { id }) },
      { type, verb: 'purge', label: 'Delete images for good', takes: BulkDeleteDto, perform: (ctx, id, { force }) => this.purgeImage.run(ctx, { id, force: force === true }) },
    ]; // prettier-ignore
  }

  private documentKinds(): MediaKind[] {
    const type = 'document';
    return [
      { type, verb: 'edit', label: 'Edit documents', takes: BulkEditDto, perform: async (ctx, id, args) => {
        const tags = retagged(tagNamesOf((await this.documents.get(ctx, id)).tags), args);
        return this.editDocument.run(ctx, { id, collectionId: (args as BulkEditDto).collectionId, tags });
      } },
      { type, verb: 'delete', label: 'Move documents to the trash', takes: BulkDeleteDto, perform: (ctx, id, { force }) => this.deleteDocument.run(ctx, { id, force: force === true }) },
      { type, verb: 'restore', label: 'Restore documents', takes: NoArgumentsDto, perform: (ctx, id) => this.restoreDocument.run(ctx, { id }) },
      { type, verb: 'purge', label: 'Delete documents for good', takes: BulkDeleteDto, perform: (ctx, id, { force }) => this.purgeDocument.run(ctx, { id, force: force === true }) },
    ]; // prettier-ignore
  }

  private register({ type, verb, label, takes, perform }: MediaKind): void {
    const inTrash = verb === 'restore' || verb === 'purge';
    this.kinds.register({
      name: `${type}.${verb}`,
      label,
      prepare: (_ctx, given) => this.checked(takes, given),
      select: (ctx, selection, _args, limit) => this.selection.select(ctx, type, selection, inTrash, limit),
      perform: (ctx, id, args) => perform(ctx, Number(id), args),
    });
  }

  private async checked(takes: Type<object>, given: JsonObject): Promise<JsonObject> {
    if (takes === NoArgumentsDto && Object.keys(given).length === 0) return {};
    try {
      const checked = (await this.pipe.transform(given, { type: 'body', metatype: takes })) as JsonObject;
      return { ...checked };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw badRequest(
        'Some arguments have the wrong form.',
        error.errors.map((each) => ({ ...each, path: `/arguments${each.path}` })),
      );
    }
  }
}

/** The tags something has once some were added and others removed; undefined when neither is asked for. */
function retagged(tags: readonly string[], args: JsonObject): string[] | undefined {
  const { addTags, removeTags } = args as BulkEditDto;
  if (!addTags && !removeTags) return undefined;
  const removed = new Set(removeTags);
  return [...new Set([...tags.filter((tag) => !removed.has(tag)), ...(addTags ?? [])])];
}
