import { csrfToken } from './csrf';
import { ApiProblem, offlineProblem, problemFrom } from './problem';
import type { Session } from './types';

const base = '/api/admin/v1';
let accessToken: string | null = null;
let refreshing: Promise<Session> | null = null;
const sessionEndListeners = new Set<() => void>();

/** Keeps the access token in memory only; the refresh token lives in an HttpOnly cookie. */
export function setAccessToken(token: string | null): void {
  accessToken = token;
}

/** Called when the session can't be renewed. Returns the function that stops listening. */
export function onSessionEnd(listener: () => void): () => void {
  sessionEndListeners.add(listener);
  return () => sessionEndListeners.delete(listener);
}

export type QueryValue = string | number | boolean | null | undefined | (string | number)[];
export interface RequestOptions {
  method?: string;
  query?: Record<string, QueryValue>;
  /** Sent as JSON, but a `FormData` as it is. */
  body?: unknown;
  signal?: AbortSignal;
  /** The request is about the session itself: no token, no refresh. */
  bare?: boolean;
  /** Makes it safe to send again: the server does a request of one key once. */
  key?: string;
}

/** Address of a resource with its query; empty values are left out. */
export function resourceUrl(path: string, query?: Record<string, QueryValue>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === null || value === undefined || value === '') continue;
    search.set(key, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = search.toString();
  return `${base}${path}${text ? `?${text}` : ''}`;
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (accessToken && !options.bare) headers.authorization = `Bearer ${accessToken}`;
  const form = options.body instanceof FormData ? options.body : null;
  if (options.body !== undefined && !form) headers['content-type'] = 'application/json';
  const csrf = options.method && options.method !== 'GET' ? csrfToken() : null;
  if (csrf) headers['x-csrf-token'] = csrf;
  if (options.key) headers['idempotency-key'] = options.key;
  try {
    return await fetch(resourceUrl(path, options.query), {
      method: options.method ?? 'GET',
      headers,
      credentials: 'same-origin',
      ...(options.body !== undefined ? { body: form ?? JSON.stringify(options.body) } : {}),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw offlineProblem();
  }
}

async function readBody<T>(response: Response): Promise<T> {
  if (!response.ok) throw await problemFrom(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** Renews the access token by the cookie. Calls that come at the same time share one request. */
export function refreshSession(): Promise<Session> {
  refreshing ??= send('/auth/refresh', { method: 'POST', body: {}, bare: true })
    .then((response) => readBody<Session>(response))
    .then((session) => {
      accessToken = session.accessToken;
      return session;
    })
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

/** Runs `attempt`, and once more with a new token when the first answer is 401. */
export async function withFreshToken(attempt: () => Promise<Response>): Promise<Response> {
  const first = await attempt();
  if (first.status !== 401) return first;
  try {
    await refreshSession();
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) {
      accessToken = null;
      for (const listener of sessionEndListeners) listener();
    }
    throw error;
  }
  return attempt();
}

/** Time for a network that fell away for a moment. */
const breath = 700;

/** Once more after a network error: with its key the server does it once, even if only the answer was lost. */
async function sendTwice(path: string, options: RequestOptions): Promise<Response> {
  try {
    return await send(path, options);
  } catch (error) {
    if (!options.key || !(error instanceof ApiProblem) || !navigator.onLine) throw error;
    await new Promise((done) => setTimeout(done, breath));
    return send(path, options);
  }
}

/** One request to the management API. Throws `ApiProblem` for everything but a success. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = options.bare ? await send(path, options) : await withFreshToken(() => sendTwice(path, options));
  return readBody<T>(response);
}

/** The same for an answer that is a file. */
export async function requestFile(path: string, options: RequestOptions = {}): Promise<Response> {
  const response = await withFreshToken(() => send(path, options));
  if (!response.ok) throw await problemFrom(response);
  return response;
}

/** The bearer token for requests that can't use `request` (uploads with progress). */
export function currentAccessToken(): string | null {
  return accessToken;
}
