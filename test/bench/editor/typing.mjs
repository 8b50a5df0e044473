import { setTimeout as sleep } from 'node:timers/promises';

/** @import { CDPSession, Page as Tab } from 'playwright-core' */

/**
 * Processor time of the main thread, in milliseconds.
 * @typedef {{ all: number, script: number, style: number, layout: number }} Cost
 */

/** Eight keys a second: a fast typist. What is put off until the next key counts for the one before. */
const PACE = 125;

/**
 * Opens a page in the editor with all of its blocks unfolded, and puts a bare text area beside them.
 * @param {Tab} tab
 * @param {number} id
 * @param {number} size
 */
export async function openBlocks(tab, id, size) {
  await tab.goto(`/editor/pages/${id}/edit`);
  await tab
    .locator('[data-spine]')
    .nth(size - 1)
    .waitFor({ state: 'attached' });
  // Long streams open folded.
  await tab.getByRole('button', { name: 'Fold or unfold all' }).click();
  await tab
    .locator('[data-spine] [data-body]')
    .nth(size - 1)
    .waitFor({ state: 'attached' });
  await tab.evaluate(`
    const bare = document.createElement('textarea');
    bare.id = 'bare';
    bare.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 1000';
    document.querySelector('[data-spine]')?.closest('main, body')?.append(bare);
  `);
  // What opening put off is not the first key's.
  await sleep(3_000);
}

/**
 * Types words at the end of the third block, or in the bare text area.
 * @param {Tab} tab
 * @param {'block' | 'bare'} place
 * @param {number} keys
 * @returns {Promise<Cost[]>} of each key
 */
export async function typeInto(tab, place, keys) {
  const box = tab
    .locator(place === 'bare' ? '#bare' : '[data-spine] textarea, [data-spine] [contenteditable="true"]')
    .nth(place === 'bare' ? 0 : 2);
  await box.click();
  await tab.keyboard.press('ControlOrMeta+End');
  await sleep(1_000);
  const devtools = await tab.context().newCDPSession(tab);
  // Other programs of the machine do not count: this clock stands while the thread waits for a processor.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const costs = [];
  try {
    for (let key = 0; key < keys; key += 1) {
      const before = await spent(devtools);
      await tab.keyboard.press(key % 5 === 4 ? 'Space' : 'e');
      await sleep(PACE);
      const after = await spent(devtools);
      costs.push({
        all: after.all - before.all,
        script: after.script - before.script,
        style: after.style - before.style,
        layout: after.layout - before.layout,
      });
    }
  } finally {
    await devtools.detach();
  }
  return costs;
}

/**
 * @param {CDPSession} devtools
 * @returns {Promise<Cost>}
 */
async function spent(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  /** @param {string} name */
  const of = (name) => (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1000;
  return {
    all: of('TaskDuration'),
    script: of('ScriptDuration'),
    style: of('RecalcStyleDuration'),
    layout: of('LayoutDuration'),
  };
}
