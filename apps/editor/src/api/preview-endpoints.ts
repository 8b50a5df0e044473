import type { Schema } from '@pipit/client';
import { request } from './client';
import type { Fields } from './types';

/** Where to look at a draft, and for how long. */
export type PreviewOffer = Schema<'PreviewOfferDto'>;

/** How to look at a draft; `fields` are changes that are not saved yet. Or at a version. */
export interface PreviewWish {
  mode?: string | undefined;
  source?: 'revision';
  revisionId?: number;
  fields?: Fields | undefined;
}

const ask = (path: string, body: object): Promise<PreviewOffer> =>
  request<PreviewOffer>(`${path}/preview`, { method: 'POST', body });
const row = (type: string): string => `/records/${encodeURIComponent(type)}`;

export const page = (id: number, wish: PreviewWish) => ask(`/pages/${id}`, wish);
export const newPage = (parentId: number, type: string, wish: PreviewWish) =>
  ask('/pages', { parentId, type, fields: {}, ...wish });
export const record = (type: string, id: number | string, wish: PreviewWish) => ask(`${row(type)}/${id}`, wish);
export const newRecord = (type: string, wish: PreviewWish) => ask(row(type), { fields: {}, ...wish });
