import { randomUUID } from 'node:crypto';
import type { Fields } from '../src/api/types.ts';
import { paged, Refusal, type Call } from './http.ts';
import { nextId, now, people, state, type StoredSnippet } from './state.ts';
import { contentTypes } from './types.ts';

export function need<T>(item: T | undefined, what: string): T {
  if (!item) throw new Refusal(404, 'not_found', `This ${what} does not exist.`);
  return item;
}

function snippetRow(item: StoredSnippet) {
  const type = contentTypes.find((entry) => entry.name === item.type)!;
  return {
    id: item.id,
    uuid: item.uuid,
    title: String(item.fields[type.titleField] ?? ''),
    updatedAt: item.updatedAt,
    can: { edit: true, delete: true },
  };
}
const snippetDetail = (item: StoredSnippet) => ({ ...snippetRow(item), fields: item.fields, version: item.version });
const snippet = (params: string[]): StoredSnippet =>
  need(
    [...state.snippets.values()].find(
      (item) => item.type === decodeURIComponent(params[0]!) && item.id === Number(params[1]),
    ),
    'snippet',
  );

export function loadSnippets(): void {
  const add = (id: number, type: string, fields: Fields): void =>
    void state.snippets.set(id, { id, uuid: randomUUID(), type, fields, version: 1, updatedAt: now() });
  add(1, 'tides.Venue', {
    name: 'Harbour wing',
    hours: 'Tue to Sun, 10:00 to 18:00',
    directions: '<p>Along the quay, past the crane.</p>',
    picture: 5,
  });
  add(2, 'tides.Venue', { name: 'Boat hall', hours: 'Daily, 10:00 to 17:00', directions: '', picture: null });
  ['Ana Ferreira', 'Jonas Weller', 'Mireille Okafor', 'Tomasz Lind', 'Inge Vall'].forEach((name, index) =>
    add(3 + index, 'tides.Person', {
      name,
      email: `${name.split(' ')[0]!.toLowerCase()}@norrhaven.example`,
      portrait: index === 4 ? 4 : null,
      about: '',
    }),
  );
}

/** Routes of snippets. */
export const snippetRoutes: [string, RegExp, (call: Call) => unknown][] = [
  [
    'GET',
    /^\/snippets\/([^/]+)$/,
    (call) => {
      const ids = call.url.searchParams.get('ids')?.split(',').map(Number);
      const text = (call.url.searchParams.get('q') ?? '').toLowerCase();
      const rows = [...state.snippets.values()]
        .filter((item) => item.type === decodeURIComponent(call.params[0]!) && (!ids || ids.includes(item.id)))
        .map(snippetRow);
      return paged(
        call,
        rows.filter((row) => row.title.toLowerCase().includes(text)),
      );
    },
  ],
  ['GET', /^\/snippets\/([^/]+)\/(\d+)$/, ({ params }) => snippetDetail(snippet(params))],
  [
    'POST',
    /^\/snippets\/([^/]+)$/,
    ({ params, body }) => {
      const type = contentTypes.find((entry) => entry.name === decodeURIComponent(params[0]!))!;
      const fields = body.fields as Fields;
      if (!fields[type.titleField])
        throw new Refusal(422, 'invalid', 'Name is missing.', {
          errors: [{ path: `/fields/${type.titleField}`, code: 'required', message: 'Name is missing.' }],
        });
      const item: StoredSnippet = {
        id: nextId(),
        uuid: randomUUID(),
        type: type.name,
        fields,
        version: 1,
        updatedAt: now(),
      };
      state.snippets.set(item.id, item);
      return { status: 201, body: snippetDetail(item) };
    },
  ],
  [
    'PATCH',
    /^\/snippets\/([^/]+)\/(\d+)$/,
    ({ params, body }) => {
      const item = snippet(params);
      if (Number(body.baseVersion) !== item.version)
        throw new Refusal(409, 'edit_conflict', 'Somebody saved a newer version.', {
          current: { revisionId: item.version, user: people[1], createdAt: item.updatedAt, fields: item.fields },
        });
      Object.assign(item.fields, body.fields);
      item.version += 1;
      item.updatedAt = now();
      return snippetDetail(item);
    },
  ],
  [
    'DELETE',
    /^\/snippets\/([^/]+)\/(\d+)$/,
    ({ params }) => {
      const item = snippet(params);
      if (item.id === 1)
        throw new Refusal(409, 'in_use', 'This venue is used in 2 places.', {
          usage: [{ sourceType: 'tides.ExhibitionPage', sourceId: 20, title: 'Salt & Signal', live: true }],
        });
      state.snippets.delete(item.id);
      return { status: 204 };
    },
  ],
];
