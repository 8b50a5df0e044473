import { chromium } from 'playwright-core';
import { findChromium } from '../../support/chromium.mjs';

/** A headless Chromium; close it when done. */
export async function launch() {
  const { program, env } = await findChromium();
  return chromium.launch({
    executablePath: program,
    headless: true,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'],
    env: { ...process.env, ...env },
  });
}
