import type { Schema, paths } from '@pipit/client';
import { request } from './client';

export type SiteList = Schema<'SiteListDto'>;
export type SiteWrite = Schema<'CreateSiteDto'>;
export type LocaleList = Schema<'LocaleListDto'>;
export type LocaleWrite = Schema<'CreateLocaleDto'>;
export type TranslationState = Schema<'TranslationStateDto'>;
export type PageTranslation = Schema<'PageTranslationDto'>;
export type TranslateWish = Schema<'TranslatePageDto'>;
export type TranslatedPage = Schema<'TranslatedPageDto'>;
export type MissingTranslation = Schema<'MissingTranslationDto'>;
export type TranslationGap = MissingTranslation['gap'];
export type TranslationProgress = Schema<'TranslationProgressDto'>;
type ReportQuery = NonNullable<paths['/api/admin/v1/reports/missing-translations']['get']['parameters']['query']>;

export const sites = {
  list: () => request<SiteList>('/sites'),
  create: (body: SiteWrite) => request<Schema<'SiteDto'>>('/sites', { method: 'POST', body }),
  save: (id: number, body: Partial<SiteWrite>) => request<Schema<'SiteDto'>>(`/sites/${id}`, { method: 'PATCH', body }),
  remove: (id: number) => request<void>(`/sites/${id}`, { method: 'DELETE' }),
};

export const locales = {
  list: () => request<LocaleList>('/locales'),
  create: (body: LocaleWrite) => request<Schema<'LocaleDto'>>('/locales', { method: 'POST', body }),
  save: (id: number, body: Partial<LocaleWrite>) =>
    request<Schema<'LocaleDto'>>(`/locales/${id}`, { method: 'PATCH', body }),
  remove: (id: number) => request<void>(`/locales/${id}`, { method: 'DELETE' }),
};

/** Pages in further languages. */
export const translations = {
  of: (pageId: number) => request<{ items: TranslationState[] }>(`/pages/${pageId}/translations`),
  translate: (pageId: number, body: TranslateWish) =>
    request<{ items: TranslatedPage[] }>(`/pages/${pageId}/translate`, { method: 'POST', body }),
  missing: (query: ReportQuery, signal?: AbortSignal) =>
    request<{ total: number; items: MissingTranslation[] }>('/reports/missing-translations', {
      query: { ...query },
      ...(signal ? { signal } : {}),
    }),
  progress: () => request<{ items: TranslationProgress[] }>('/reports/translation-progress'),
};
