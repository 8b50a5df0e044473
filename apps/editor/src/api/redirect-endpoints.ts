import type { Schema } from '@pipit/client';
import { request } from './client';
import { download } from './download';
import type { ListOf } from './common-types';
import type { ImportReport } from './record-types';

export type RedirectRow = Schema<'RedirectRowDto'>;
export type RedirectDetail = Schema<'RedirectDetailDto'>;
export type RedirectList = Schema<'RedirectListDto'>;
export type PageAddress = Schema<'PageAddressDto'>;

/** What a redirect is to be. */
export type RedirectWrite = Schema<'CreateRedirectDto'>;

/** Which redirects; the server's filters. */
export interface RedirectMatch {
  q?: string;
  /** A site's id, or `all` for those of every site. */
  site?: string;
  automatic?: 'true' | 'false';
  permanent?: 'true' | 'false';
}

/** Redirects made by hand, beside the addresses that pages left. */
export const redirects = {
  list: (match: RedirectMatch & { limit?: number; offset?: number }, signal?: AbortSignal) =>
    request<RedirectList>('/redirects', { query: { ...match }, ...(signal ? { signal } : {}) }),
  create: (body: RedirectWrite) => request<RedirectDetail>('/redirects', { method: 'POST', body }),
  save: (id: number, body: RedirectWrite) => request<RedirectDetail>(`/redirects/${id}`, { method: 'PATCH', body }),
  remove: (id: number) => request<void>(`/redirects/${id}`, { method: 'DELETE' }),
  export: (match: RedirectMatch) => download('/redirects/export.csv', { ...match }, 'redirects.csv'),
  import: (file: File, dryRun: boolean) => {
    const form = new FormData();
    // Before the file, so that the server knows it when the file's stream starts.
    form.set('dryRun', String(dryRun));
    form.set('file', file);
    return request<ImportReport>('/redirects/import', { method: 'POST', body: form });
  },
};

/** The addresses a page has and had. */
export const addresses = {
  list: (pageId: number) => request<Pick<ListOf<PageAddress>, 'items'>>(`/pages/${pageId}/addresses`),
  forget: (pageId: number, siteId: number, path: string) =>
    request<void>(`/pages/${pageId}/addresses`, { method: 'DELETE', query: { siteId, path } }),
};
