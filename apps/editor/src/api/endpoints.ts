import { request } from './client';
import { versionsBelow } from './version-endpoints';
import type {
  ContentType,
  ContentTypeSummary,
  CopyPage,
  EditedPage,
  Fields,
  HistoryEntry,
  ListOf,
  Me,
  PageDetail,
  PageList,
  PageQuery,
  PageTargetList,
  ReorderChildren,
  RevisionDetail,
  RevisionRow,
  Enrolment,
  HalfSession,
  Session,
  TargetQuery,
  Resolution,
  UsagePart,
} from './types';

interface Paging {
  limit?: number;
  offset?: number;
}
const q = (query: object): Record<string, string | number | (string | number)[] | undefined> => ({ ...query });

/** Pictures of people. */
export const avatars = {
  list: () => request<{ items: { userId: number; url: string }[] }>('/avatars'),
  set: (file: File) => {
    const body = new FormData();
    body.append('file', file);
    return request<void>('/me/avatar', { method: 'PUT', body });
  },
  remove: () => request<void>('/me/avatar', { method: 'DELETE' }),
};

export const auth = {
  /** Somebody with a second factor is only half in by the password. */
  login: (email: string, password: string) =>
    request<Session | HalfSession>('/auth/login', { method: 'POST', body: { email, password }, bare: true }),
  secondFactor: (ticket: string, code: string) =>
    request<Session>('/auth/second-factor', { method: 'POST', body: { ticket, code }, bare: true }),
  enrol: (ticket: string) =>
    request<Enrolment>('/auth/second-factor/enrol', { method: 'POST', body: { ticket }, bare: true }),
  confirmEnrolment: (ticket: string, code: string) =>
    request<Session & { recoveryCodes: string[] }>('/auth/second-factor/confirm', {
      method: 'POST',
      body: { ticket, code },
      bare: true,
    }),
  forgotPassword: (email: string) =>
    request<void>('/auth/forgot-password', { method: 'POST', body: { email }, bare: true }),
  choosePassword: (body: { purpose: 'reset' | 'invitation'; token: string; password: string }) =>
    request<void>('/auth/choose-password', { method: 'POST', body, bare: true }),
  confirmEmail: (token: string) =>
    request<void>('/auth/confirm-email', { method: 'POST', body: { token }, bare: true }),
  changePassword: (currentPassword: string, newPassword: string) =>
    request<Session>('/auth/password', { method: 'POST', body: { currentPassword, newPassword } }),
  setUpState: () => request<{ isOpen: boolean }>('/auth/set-up', { bare: true }),
  setUp: (body: { code: string; email: string; name: string; password: string }) =>
    request<Session>('/auth/set-up', { method: 'POST', body, bare: true }),
  logout: () => request<void>('/auth/logout', { method: 'POST', body: {} }),
  me: () => request<Me>('/me'),
  permissions: () => request<{ items: string[] }>('/me/permissions'),
  savePreferences: (preferences: Record<string, unknown>) =>
    request<Me>('/me', { method: 'PATCH', body: { preferences } }),
};

export const contentTypes = {
  list: () => request<{ items: ContentTypeSummary[] }>('/content-types'),
  get: (name: string) => request<ContentType>(`/content-types/${encodeURIComponent(name)}`),
};

export interface PageCreate {
  parentId: number;
  type: string;
  locale?: string;
  fields: Fields;
  publish?: boolean;
}
export interface PageWrite {
  baseRevisionId: number | null;
  fields: Fields;
  publish?: boolean;
  resolve?: Resolution;
}

export const pages = {
  list: (query: PageQuery, signal?: AbortSignal) =>
    request<PageList>('/pages', { query: q(query), ...(signal ? { signal } : {}) }),
  get: (id: number) => request<PageDetail>(`/pages/${id}`),
  create: (body: PageCreate, key?: string) =>
    request<PageDetail>('/pages', { method: 'POST', body, ...(key ? { key } : {}) }),
  save: (id: number, body: PageWrite, key?: string) =>
    request<EditedPage>(`/pages/${id}`, { method: 'PATCH', body, ...(key ? { key } : {}) }),
  versions: (id: number) => versionsBelow(`/pages/${id}`),
  publish: (id: number, baseRevisionId: number | null) =>
    request<PageDetail>(`/pages/${id}/publish`, { method: 'POST', body: { baseRevisionId } }),
  unpublish: (id: number) => request<PageDetail>(`/pages/${id}/unpublish`, { method: 'POST', body: {} }),
  move: (id: number, parentId: number, before: number | null = null) =>
    request<PageDetail>(`/pages/${id}/move`, { method: 'POST', body: { parentId, before } }),
  copy: (id: number, body: CopyPage) => request<PageDetail>(`/pages/${id}/copy`, { method: 'POST', body }),
  convertAlias: (id: number) => request<PageDetail>(`/pages/${id}/convert-alias`, { method: 'POST', body: {} }),
  reorderChildren: (id: number, body: ReorderChildren) =>
    request<void>(`/pages/${id}/reorder-children`, { method: 'POST', body }),
  targets: (id: number, query: TargetQuery, signal?: AbortSignal) =>
    request<PageTargetList>(`/pages/${id}/targets`, { query: q(query), ...(signal ? { signal } : {}) }),
  /** `pages` counts the page itself and all below it. */
  remove: (id: number, force = false) =>
    request<{ pages: number }>(`/pages/${id}`, { method: 'DELETE', ...(force ? { query: { force: 'true' } } : {}) }),
  restore: (id: number, parentId?: number) =>
    request<PageDetail>(`/pages/${id}/restore`, { method: 'POST', body: parentId ? { parentId } : {} }),
  revisions: (id: number, paging: Paging = {}) =>
    request<ListOf<RevisionRow>>(`/pages/${id}/revisions`, { query: q(paging) }),
  revision: (id: number, revisionId: number) => request<RevisionDetail>(`/pages/${id}/revisions/${revisionId}`),
  /** Without `fields`, all of it comes back. */
  revert: (id: number, revisionId: number, baseRevisionId: number | null, fields?: string[]) =>
    request<PageDetail>(`/pages/${id}/revert`, {
      method: 'POST',
      body: { revisionId, baseRevisionId, ...(fields ? { fields } : {}) },
    }),
  history: (id: number, paging: Paging = {}) =>
    request<ListOf<HistoryEntry>>(`/pages/${id}/history`, { query: q(paging) }),
  usage: (id: number) => request<UsagePart>(`/pages/${id}/usage`),
};

export * as previews from './preview-endpoints';

export { collections } from './collection-endpoints';
export { documents, images, tags } from './media-endpoints';
export { audit } from './audit-endpoints';
export { addresses, redirects } from './redirect-endpoints';
export { trash } from './trash-endpoints';
export { locales, sites, translations } from './site-endpoints';
export { me, tokens } from './account-endpoints';
export { groups, permissions, users } from './people-endpoints';
export { bulk } from './bulk-endpoints';
export { plans } from './plan-endpoints';
export { records, settings } from './record-endpoints';
