import type { Browser, Locator, Page as Tab } from 'playwright-core';
import { ADMINISTRATOR, type RunningSite } from '../support/running-site.js';

/** Opens the editor and signs in. Faults the browser reports are collected. */
export async function signIn(browser: Browser, site: RunningSite): Promise<{ tab: Tab; faults: string[] }> {
  const context = await browser.newContext({ baseURL: site.origin, viewport: { width: 1440, height: 960 } });
  const tab = await context.newPage();
  const faults: string[] = [];
  tab.on('pageerror', (error) => faults.push(error.message));
  tab.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  await tab.goto('/editor/');
  await tab.getByLabel('Email').fill(ADMINISTRATOR.email);
  await tab.getByLabel('Password', { exact: true }).fill(ADMINISTRATOR.password);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await tab.getByRole('link', { name: 'Pages' }).first().waitFor();
  return { tab, faults };
}

/** The page's own title; blocks may have fields of that name too. */
export function titleField(tab: Tab): Locator {
  return tab.getByPlaceholder('Title', { exact: true });
}

/** Uploads a file as the administrator and returns its id. */
export async function uploadFile(
  site: RunningSite,
  path: '/images' | '/documents',
  name: string,
  content: Uint8Array<ArrayBuffer>,
  fields: Readonly<Record<string, string>>,
): Promise<number> {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set('file', new Blob([content]), name);
  return (await callApi<{ id: number }>(site, path, { method: 'POST', body: form })).id;
}

/** A call of the management API as the administrator. */
export async function callApi<T>(site: RunningSite, path: string, init: RequestInit = {}): Promise<T> {
  const login = await fetch(`${site.origin}/api/admin/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMINISTRATOR),
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const response = await fetch(`${site.origin}/api/admin/v1${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${accessToken}`,
      ...(typeof init.body === 'string' ? { 'content-type': 'application/json' } : {}),
    },
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
