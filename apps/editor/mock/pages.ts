import { randomUUID } from 'node:crypto';
import type { Fields, PageRow } from '../src/api/types.ts';
import { paged, Refusal, type Call } from './http.ts';
import { defaultsOf, slugOf } from './sample-pages.ts';
import { nextId, now, people, state, type StoredPage } from './state.ts';

import {
  latest,
  title,
  find,
  ancestors,
  rowOf,
  childTypes,
  detailOf,
  note,
  check,
  publishNow,
  addRevision,
  refuseStale,
} from './page-model.ts';

type Handler = (call: Call) => unknown;
export const pageRoutes: [string, RegExp, Handler][] = [
  [
    'GET',
    /^\/pages$/,
    (call) => {
      const query = call.url.searchParams;
      const parent = query.get('parent');
      let list =
        parent === 'root'
          ? state.topPages.map((id) => state.pages.get(id)!)
          : parent
            ? find(parent).children.map((id) => state.pages.get(id)!)
            : [...state.pages.values()];
      const ids = query.get('ids')?.split(',').map(Number);
      list = list.filter((page) => !page.trashed && (!ids || ids.includes(page.id)));
      let rows = list.map(rowOf);
      const text = (query.get('q') ?? '').toLowerCase();
      if (text) rows = rows.filter((row) => row.title.toLowerCase().includes(text) || String(row.id) === text);
      for (const key of ['type', 'state', 'locale'] as const)
        if (query.get(key)) rows = rows.filter((row) => query.get(key)!.split(',').includes(row[key]));
      const order = query.get('order') ?? (parent ? 'tree' : '-updated');
      const by = { title: (row: PageRow) => row.title.toLowerCase(), updated: (row: PageRow) => row.updatedAt ?? '' }[
        order.replace('-', '')
      ];
      if (by) rows.sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0) * (order.startsWith('-') ? -1 : 1));
      return paged(call, rows);
    },
  ],
  [
    'POST',
    /^\/pages$/,
    ({ body }) => {
      const parent = find(body.parentId as number);
      const type = String(body.type);
      const fields: Fields = { ...defaultsOf(type), ...(body.fields as Fields) };
      if (!fields.slug) fields.slug = slugOf(String(fields.title ?? ''));
      check(null, type, fields, parent.id, Boolean(body.publish));
      const id = nextId();
      const page: StoredPage = {
        id,
        uuid: randomUUID(),
        type,
        locale: String(body.locale ?? parent.locale),
        parentId: parent.id,
        children: [],
        liveRevisionId: null,
        firstPublishedAt: null,
        lastPublishedAt: null,
        scheduled: false,
        locked: false,
        trashed: false,
        history: [],
        revisions: [
          { id: nextId(), createdAt: now(), user: people[0] ?? null, fields, changedFields: Object.keys(fields) },
        ],
      };
      state.pages.set(id, page);
      parent.children.push(id);
      note(page, 'page.create');
      if (body.publish) publishNow(page);
      return { status: 201, body: detailOf(page) };
    },
  ],
  ['GET', /^\/pages\/(\d+)$/, ({ params }) => detailOf(find(params[0]))],
  ['GET', /^\/pages\/(\d+)\/ancestors$/, ({ params }) => ({ items: ancestors(find(params[0])).map(rowOf) })],
  [
    'PATCH',
    /^\/pages\/(\d+)$/,
    ({ params, body }) => {
      const page = find(params[0]);
      refuseStale(page, body.baseRevisionId);
      const fields = { ...latest(page).fields, ...(body.fields as Fields) };
      check(page, page.type, fields, page.parentId, Boolean(body.publish));
      addRevision(page, fields);
      note(page, 'page.edit');
      if (body.publish) publishNow(page);
      return detailOf(page);
    },
  ],
  [
    'POST',
    /^\/pages\/(\d+)\/publish$/,
    ({ params, body }) => {
      const page = find(params[0]);
      refuseStale(page, body.baseRevisionId);
      check(page, page.type, latest(page).fields, page.parentId, true);
      publishNow(page);
      return detailOf(page);
    },
  ],
  [
    'POST',
    /^\/pages\/(\d+)\/unpublish$/,
    ({ params }) => {
      const page = find(params[0]);
      page.liveRevisionId = null;
      note(page, 'page.unpublish');
      return detailOf(page);
    },
  ],
  [
    'POST',
    /^\/pages\/(\d+)\/move$/,
    ({ params, body }) => {
      const page = find(params[0]);
      const target = find(body.parentId as number);
      if (!childTypes(target).includes(page.type))
        throw new Refusal(422, 'move_not_allowed', `“${title(target)}” can’t have this kind of page below it.`);
      const from = state.pages.get(page.parentId ?? -1);
      if (from) from.children = from.children.filter((id) => id !== page.id);
      const at = body.before ? target.children.indexOf(Number(body.before)) : -1;
      target.children.splice(at < 0 ? target.children.length : at, 0, page.id);
      page.parentId = target.id;
      note(page, 'page.move', { from: from?.id, to: target.id });
      return detailOf(page);
    },
  ],
  [
    'DELETE',
    /^\/pages\/(\d+)$/,
    ({ params }) => {
      const page = find(params[0]);
      const take = (item: StoredPage): number => {
        item.trashed = true;
        return 1 + item.children.reduce((sum, id) => sum + take(state.pages.get(id)!), 0);
      };
      const parent = state.pages.get(page.parentId ?? -1);
      if (parent) parent.children = parent.children.filter((id) => id !== page.id);
      note(page, 'page.delete');
      return { pages: take(page) };
    },
  ],
  [
    'POST',
    /^\/pages\/(\d+)\/restore$/,
    ({ params }) => {
      const page = state.pages.get(Number(params[0]))!;
      const back = (item: StoredPage): void => {
        item.trashed = false;
        item.children.forEach((id) => back(state.pages.get(id)!));
      };
      back(page);
      state.pages.get(page.parentId ?? -1)?.children.push(page.id);
      note(page, 'page.restore');
      return detailOf(page);
    },
  ],
  [
    'GET',
    /^\/pages\/(\d+)\/revisions$/,
    (call) => {
      const page = find(call.params[0]);
      return paged(
        call,
        [...page.revisions].reverse().map((item) => ({
          id: item.id,
          createdAt: item.createdAt,
          user: item.user,
          isLatest: item === latest(page),
          isLive: item.id === page.liveRevisionId,
          title: String(item.fields.title),
          changedFields: item.changedFields,
        })),
      );
    },
  ],
  [
    'GET',
    /^\/pages\/(\d+)\/revisions\/(\d+)$/,
    ({ params }) => {
      const page = find(params[0]);
      const item = page.revisions.find((revision) => revision.id === Number(params[1]));
      if (!item) throw new Refusal(404, 'not_found', 'This version does not exist.');
      return {
        ...item,
        isLatest: item === latest(page),
        isLive: item.id === page.liveRevisionId,
        title: String(item.fields.title),
      };
    },
  ],
  [
    'POST',
    /^\/pages\/(\d+)\/revert$/,
    ({ params, body }) => {
      const page = find(params[0]);
      refuseStale(page, body.baseRevisionId);
      addRevision(page, page.revisions.find((item) => item.id === Number(body.revisionId))!.fields);
      note(page, 'page.revert', { revisionId: body.revisionId });
      return detailOf(page);
    },
  ],
  ['GET', /^\/pages\/(\d+)\/history$/, (call) => paged(call, [...find(call.params[0]).history].reverse())],
  [
    'GET',
    /^\/pages\/(\d+)\/usage$/,
    (call) => {
      const id = find(call.params[0]).id;
      const users = [...state.pages.values()].filter(
        (page) =>
          !page.trashed && new RegExp(`id="${id}"`).test(JSON.stringify(latest(page).fields).replaceAll('\\"', '"')),
      );
      return paged(
        call,
        users.map((page) => ({
          sourceType: page.type,
          sourceId: page.id,
          title: title(page),
          live: page.liveRevisionId !== null,
        })),
      );
    },
  ],
  // Only here: lets a test pretend that a colleague saved in the meantime.
  [
    'POST',
    /^\/mock\/colleague-saves\/(\d+)$/,
    ({ params, body }) => {
      const page = find(params[0]);
      addRevision(page, { ...latest(page).fields, ...(body.fields as Fields) }, 1);
      return detailOf(page);
    },
  ],
];
