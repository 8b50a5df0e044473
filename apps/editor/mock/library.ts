import { randomUUID } from 'node:crypto';
import type { DocumentRow, ImageRow } from '../src/api/types.ts';
import { paged, readMultipart, Refusal, type Call } from './http.ts';
import { nextId, now, people, state } from './state.ts';
import { need } from './snippets.ts';

function select<T extends { id: number; title: string; tags: string[]; collectionId: number; createdAt: string }>(
  call: Call,
  all: T[],
): { total: number; items: T[] } {
  const query = call.url.searchParams;
  const ids = query.get('ids')?.split(',').map(Number);
  const text = (query.get('q') ?? '').toLowerCase();
  let list = all.filter(
    (item) =>
      (!ids || ids.includes(item.id)) &&
      (!text || item.title.toLowerCase().includes(text) || item.tags.some((tag) => tag.includes(text))),
  );
  if (query.get('tag')) list = list.filter((item) => item.tags.includes(query.get('tag')!));
  const wanted = Number(query.get('collection'));
  const below = (id: number): number[] => [
    id,
    ...state.collections.filter((item) => item.parentId === id).flatMap((item) => below(item.id)),
  ];
  if (wanted) list = list.filter((item) => below(wanted).includes(item.collectionId));
  list.sort(
    query.get('order') === 'title'
      ? (a, b) => a.title.localeCompare(b.title)
      : (a, b) => b.createdAt.localeCompare(a.createdAt),
  );
  return paged(call, list);
}

function usersOf(pattern: RegExp): { sourceType: string; sourceId: number; title: string; live: boolean }[] {
  return [...state.pages.values()]
    .filter((page) => !page.trashed)
    .flatMap((page) => {
      const fields = page.revisions[page.revisions.length - 1]!.fields;
      return pattern.test(JSON.stringify(fields))
        ? [
            {
              sourceType: page.type,
              sourceId: page.id,
              title: String(fields.title),
              live: page.liveRevisionId !== null,
            },
          ]
        : [];
    });
}
const imageUsers = (id: number) =>
  usersOf(new RegExp(`"(leadImage|hero|image|cover)":${id}[,}]|"plainImage","value":${id}[,}]`));
const documentUsers = (id: number) =>
  usersOf(new RegExp(`"(attachment|document)":${id}[,}]|linktype=\\\\"document\\\\" id=\\\\"${id}\\\\"`));

export const libraryRoutes: [string, RegExp, (call: Call) => unknown][] = [
  ['GET', /^\/images$/, (call) => select(call, [...state.images.values()])],
  ['GET', /^\/images\/(\d+)$/, ({ params }) => need(state.images.get(Number(params[0])), 'image')],
  [
    'POST',
    /^\/images$/,
    (call) => {
      const { fields, file } = readMultipart(call);
      if (!file) throw new Refusal(422, 'invalid', 'A file is missing.');
      if (!/^image\//.test(file.type) || /heic/i.test(file.name))
        throw new Refusal(
          422,
          'image_unreadable',
          `${file.name.split('.').pop()!.toUpperCase()} can’t be read. Save it as JPEG.`,
        );
      const id = nextId();
      state.imageBytes.set(id, { type: file.type, bytes: file.bytes });
      const row: ImageRow = {
        id,
        uuid: randomUUID(),
        title: fields.title || file.name.replace(/\.\w+$/, ''),
        alt: fields.alt ?? '',
        width: 1200,
        height: 800,
        fileSize: file.bytes.length,
        mimeType: file.type,
        fileName: file.name,
        url: `/media/images/${id}/original`,
        thumbnailUrl: `/media/images/${id}/thumb`,
        previewUrl: `/media/images/${id}/preview`,
        focalPoint: null,
        tags: fields.tags ? fields.tags.split(',') : [],
        collectionId: Number(fields.collectionId ?? 1),
        createdAt: now(),
        uploadedBy: people[0] ?? null,
      };
      state.images.set(id, row);
      return { status: 201, body: row };
    },
  ],
  [
    'PATCH',
    /^\/images\/(\d+)$/,
    ({ params, body }) => Object.assign(need(state.images.get(Number(params[0])), 'image'), body),
  ],
  ['GET', /^\/images\/(\d+)\/usage$/, (call) => paged(call, imageUsers(Number(call.params[0])))],
  [
    'DELETE',
    /^\/images\/(\d+)$/,
    ({ params }) => {
      const usage = imageUsers(Number(params[0]));
      if (usage.length) throw new Refusal(409, 'in_use', `This image is used in ${usage.length} places.`, { usage });
      state.images.delete(Number(params[0]));
      return { status: 204 };
    },
  ],
  ['GET', /^\/documents$/, (call) => select(call, [...state.documents.values()])],
  ['GET', /^\/documents\/(\d+)$/, ({ params }) => need(state.documents.get(Number(params[0])), 'document')],
  [
    'POST',
    /^\/documents$/,
    (call) => {
      const { fields, file } = readMultipart(call);
      if (!file) throw new Refusal(422, 'invalid', 'A file is missing.');
      const id = nextId();
      state.documentBytes.set(id, file.bytes);
      const row: DocumentRow = {
        id,
        uuid: randomUUID(),
        title: fields.title || file.name.replace(/\.\w+$/, ''),
        fileName: file.name,
        fileSize: file.bytes.length,
        mimeType: file.type,
        url: `/documents/${id}/${encodeURIComponent(file.name)}`,
        tags: [],
        collectionId: Number(fields.collectionId ?? 1),
        createdAt: now(),
      };
      state.documents.set(id, row);
      return { status: 201, body: row };
    },
  ],
  [
    'PATCH',
    /^\/documents\/(\d+)$/,
    ({ params, body }) => Object.assign(need(state.documents.get(Number(params[0])), 'document'), body),
  ],
  ['GET', /^\/documents\/(\d+)\/usage$/, (call) => paged(call, documentUsers(Number(call.params[0])))],
  [
    'DELETE',
    /^\/documents\/(\d+)$/,
    ({ params }) => {
      const usage = documentUsers(Number(params[0]));
      if (usage.length) throw new Refusal(409, 'in_use', `This document is used in ${usage.length} places.`, { usage });
      state.documents.delete(Number(params[0]));
      return { status: 204 };
    },
  ],
  [
    'GET',
    /^\/collections$/,
    () => ({
      items: state.collections.map((item) => ({
        ...item,
        imageCount: [...state.images.values()].filter((row) => row.collectionId === item.id).length,
        documentCount: [...state.documents.values()].filter((row) => row.collectionId === item.id).length,
      })),
    }),
  ],
  [
    'GET',
    /^\/tags$/,
    (call) => ({
      items: ['lighthouse', 'dusk', 'work', 'visitors', 'sample', 'salt', 'harbour'].filter((tag) =>
        tag.includes(call.url.searchParams.get('q') ?? ''),
      ),
    }),
  ],
];
