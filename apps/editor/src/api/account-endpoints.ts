import type { Schema } from '@pipit/client';
import { request } from './client';
import type { Enrolment, Me } from './types';

export type OwnSession = Schema<'OwnSessionDto'>;

/** What one sets up for oneself. Much of it answers `confirmation_needed` until the password was given once more. */
export const me = {
  save: (body: Partial<Pick<Schema<'UpdateMeDto'>, 'name' | 'language' | 'timeZone'>>) =>
    request<Me>('/me', { method: 'PATCH', body }),
  confirm: (password: string) => request<void>('/me/confirm', { method: 'POST', body: { password } }),
  askForEmail: (email: string) => request<void>('/me/email', { method: 'POST', body: { email } }),
  sessions: () => request<{ items: OwnSession[] }>('/me/sessions'),
  endSession: (id: string) => request<void>(`/me/sessions/${id}`, { method: 'DELETE' }),
  endOtherSessions: () => request<void>('/me/sessions/end-others', { method: 'POST', body: {} }),
  beginSecondFactor: () => request<Enrolment>('/me/second-factor', { method: 'POST', body: {} }),
  confirmSecondFactor: (code: string) =>
    request<{ recoveryCodes: string[] }>('/me/second-factor/confirm', { method: 'POST', body: { code } }),
  removeSecondFactor: () => request<void>('/me/second-factor', { method: 'DELETE' }),
  renewRecoveryCodes: () => request<{ recoveryCodes: string[] }>('/me/recovery-codes', { method: 'POST', body: {} }),
};

export type ApiTokenRow = Schema<'ApiTokenRowDto'>;

/** Keys for programs. */
export const tokens = {
  list: () => request<{ items: ApiTokenRow[] }>('/tokens'),
  create: (body: Pick<Schema<'CreateApiTokenDto'>, 'name'> & Partial<Schema<'CreateApiTokenDto'>>) =>
    request<Schema<'IssuedApiTokenDto'>>('/tokens', { method: 'POST', body }),
  rotate: (id: number) => request<Schema<'IssuedApiTokenDto'>>(`/tokens/${id}/rotate`, { method: 'POST', body: {} }),
  remove: (id: number) => request<void>(`/tokens/${id}`, { method: 'DELETE' }),
};
