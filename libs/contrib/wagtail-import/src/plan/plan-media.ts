import { relative } from 'node:path';
import type { ImportFileInput, ImportImageInput } from '@pipit/cms';
import type { FixtureRow } from '../fixture/fixture.js';
import type { ImportPlan, Link } from './import-plan.js';
import { sha1Of, type MediaFolder } from './media-folder.js';
import type { PlanContext } from './plan-context.js';
import { RowReader } from './row-reader.js';

/** Names of Wagtail's models of images and documents. */
export const IMAGE_MODEL = 'wagtailimages.image';
export const DOCUMENT_MODEL = 'wagtaildocs.document';

type Media = Pick<ImportPlan, 'images' | 'documents' | 'imageTags' | 'documentTags'>;

/** Images and documents, with their files found and checked. */
export async function planMedia(context: PlanContext, folder: MediaFolder | null): Promise<Media> {
  const images: ImportImageInput[] = [];
  const documents: ImportFileInput[] = [];
  const files = new FileCheck(context, folder);
  for (const row of context.fixture.of(IMAGE_MODEL)) images.push(await readImage(row, context, files));
  for (const row of context.fixture.of(DOCUMENT_MODEL)) documents.push(await readDocument(row, context, files));
  files.report();
  return { images, documents, ...planTaggedItems(context) };
}

async function readImage(row: FixtureRow, context: PlanContext, files: FileCheck): Promise<ImportImageInput> {
  const reader = new RowReader(row, context);
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((side) => reader.integer(`focal_point_${side}`));
  const image = {
    ...(await readFile(reader, files)),
    description: reader.text('description'),
    width: reader.integer('width') ?? 0,
    height: reader.integer('height') ?? 0,
    focalPoint: x == null || y == null ? null : { x, y, width: width ?? 0, height: height ?? 0 },
  };
  reader.finish();
  return image;
}

async function readDocument(row: FixtureRow, context: PlanContext, files: FileCheck): Promise<ImportFileInput> {
  const reader = new RowReader(row, context);
  const document = await readFile(reader, files);
  reader.finish();
  return document;
}

async function readFile(reader: RowReader, files: FileCheck): Promise<ImportFileInput> {
  const createdAt = reader.moment('created_at');
  const recordedSize = reader.integer('file_size');
  const recordedHash = reader.text('file_hash');
  const fileKey = reader.text('file', 400);
  return {
    id: reader.id,
    title: reader.text('title', 255),
    fileKey,
    sourcePath: await files.locate(reader, fileKey, recordedSize, recordedHash),
    recordedSize,
    recordedHash,
    collectionId: reader.reference('collection', 'wagtailcore.collection') ?? 1,
    uploadedById: reader.reference('uploaded_by_user', 'auth.user'),
    ...(createdAt ? { createdAt: new Date(createdAt) } : {}),
  };
}

/** Finds the files of rows, and tells one wrong folder from many lost files. */
class FileCheck {
  private readonly lost: { reader: RowReader; file: string }[] = [];
  private found = 0;

  constructor(
    private readonly context: PlanContext,
    private readonly folder: MediaFolder | null,
  ) {}

  async locate(reader: RowReader, file: string, size: number | null, hash: string): Promise<string | null> {
    if (this.context.mapping.missingFiles?.includes(file)) {
      reader.note('file', 'Its file is lost, as the mapping says.');
      return null;
    }
    const found = this.folder && (await this.folder.find(file, size, hash));
    if (!found) {
      this.lost.push({ reader, file });
      return null;
    }
    this.found += 1;
    if (found.isRenamed) reader.note('file', `Found by its content as ${relative(this.folder!.folder, found.path)}.`);
    else if (hash !== '' && (await sha1Of(found.path)) !== hash) {
      reader.fault('file', `${file} is not the file that was recorded: its SHA-1 is not ${hash}.`, null);
    } else if (size !== null && size !== found.size) {
      reader.note('file', `${file} has ${found.size} bytes; ${size} were recorded.`);
    }
    return found.path;
  }

  report(): void {
    const { report } = this.context;
    if (this.folder && this.found === 0 && this.lost.length > 1) {
      report.stop(
        `None of the ${this.lost.length} files is below ${this.folder.folder}. Is it the right media folder?`,
      );
      return;
    }
    for (const { reader, file } of this.lost) {
      const why = this.folder ? `${file} is not in the media folder.` : `${file} is needed: name the media folder.`;
      reader.fault('file', why, null);
    }
  }
}

/** Tags on images and documents; on anything else they have no place. */
function planTaggedItems(context: PlanContext): Pick<Media, 'imageTags' | 'documentTags'> {
  const tagged: Record<string, Link[]> = { [IMAGE_MODEL]: [], [DOCUMENT_MODEL]: [] };
  for (const row of context.fixture.of('taggit.taggeditem')) {
    const reader = new RowReader(row, context);
    const type = reader.take('content_type');
    const model = Array.isArray(type) ? type.join('.') : String(type);
    const tag = reader.owner('tag', 'taggit.tag');
    const links = tagged[model];
    if (links) links.push([reader.owner('object_id', model), tag]);
    else
      reader.leave('content_type', `Tags of ${model} have no place: declare a tags field and name it in the mapping.`);
    reader.finish();
  }
  return { imageTags: tagged[IMAGE_MODEL]!, documentTags: tagged[DOCUMENT_MODEL]! };
}
