import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

/**
 * Starts a headless Chromium; close it in `afterAll`. `const page = await browser.newPage({ baseURL })`.
 */
export async function launchBrowser(): Promise<Browser> {
  const { program, env } = await findChromium();
  return chromium.launch({
    executablePath: program,
    headless: true,
    // Tests run as root and in containers, where Chromium's sandbox cannot be set up; they open our own pages only.
    args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...definedOnly(process.env), ...env },
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
