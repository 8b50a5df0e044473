import type { paths, Schema } from '@pipit/client';
import { request } from './client';
import { download } from './download';
import type { ImportReport } from './record-types';

export type UserRow = Schema<'UserRowDto'>;
export type UserList = Schema<'UserListDto'>;
export type UserDetail = Schema<'UserDetailDto'>;
export type UserState = UserRow['state'];
/** What has a default may be left out. */
export type UserCreate = Pick<Schema<'CreateUserDto'>, 'email' | 'name'> & Partial<Schema<'CreateUserDto'>>;
export type UserWrite = Partial<Schema<'EditUserDto'>>;
export type Invitation = Schema<'InvitationDto'>;
export type GroupRow = Schema<'GroupRowDto'>;
export type GroupDetail = Schema<'GroupDetailDto'>;
export type Grant = Schema<'GrantDto'>;
export type GrantScope = Schema<'GrantScopeDto'>;
export type NamedGrant = Schema<'NamedGrantDto'>;
export type PermissionRow = Schema<'PermissionRowDto'>;
export type Explanation = Schema<'ExplanationDto'>;
export type ExplainQuestion = paths['/api/admin/v1/users/{id}/explanation']['get']['parameters']['query'];
/** Which users; the server's filters. */
export type UserMatch = NonNullable<paths['/api/admin/v1/users']['get']['parameters']['query']>;

/** Accounts, for those who manage them. */
export const users = {
  list: (match: UserMatch, signal?: AbortSignal) =>
    request<UserList>('/users', { query: { ...match }, ...(signal ? { signal } : {}) }),
  get: (id: number) => request<UserDetail>(`/users/${id}`),
  create: (body: UserCreate) => request<Schema<'CreatedUserDto'>>('/users', { method: 'POST', body }),
  save: (id: number, body: UserWrite) => request<UserDetail>(`/users/${id}`, { method: 'PATCH', body }),
  invite: (id: number, by: 'mail' | 'link') =>
    request<Invitation>(`/users/${id}/invite`, { method: 'POST', body: { by } }),
  suspend: (id: number) => request<UserDetail>(`/users/${id}/suspend`, { method: 'POST', body: {} }),
  activate: (id: number) => request<UserDetail>(`/users/${id}/activate`, { method: 'POST', body: {} }),
  endSessions: (id: number) => request<void>(`/users/${id}/end-sessions`, { method: 'POST', body: {} }),
  setPassword: (id: number, password: string) =>
    request<void>(`/users/${id}/password`, { method: 'POST', body: { password } }),
  /** `successor` is an id or `nobody`. */
  remove: (id: number, successor?: string) =>
    request<void>(`/users/${id}`, { method: 'DELETE', query: successor ? { successor } : {} }),
  explain: (id: number, question: ExplainQuestion) =>
    request<Explanation>(`/users/${id}/explanation`, { query: { ...question } }),
  export: (match: UserMatch) => download('/users/export.csv', { ...match }, 'users.csv'),
  import: (file: File, dryRun: boolean) => {
    const form = new FormData();
    // Before the file, so that the server knows it when the file's stream starts.
    form.set('dryRun', String(dryRun));
    form.set('file', file);
    return request<ImportReport>('/users/import', { method: 'POST', body: form });
  },
};

/** Groups, and what they are granted. */
export const groups = {
  list: () => request<{ items: GroupRow[] }>('/groups'),
  get: (id: number) => request<GroupDetail>(`/groups/${id}`),
  create: (name: string) => request<GroupDetail>('/groups', { method: 'POST', body: { name } }),
  save: (id: number, body: Schema<'EditGroupDto'>) => request<GroupDetail>(`/groups/${id}`, { method: 'PATCH', body }),
  remove: (id: number) => request<void>(`/groups/${id}`, { method: 'DELETE' }),
  grant: (id: number, add: Grant[], remove: Grant[]) =>
    request<GroupDetail>(`/groups/${id}/permissions`, { method: 'POST', body: { add, remove } }),
};

/** Every permission there is. */
export const permissions = { list: () => request<{ items: PermissionRow[] }>('/permissions') };
