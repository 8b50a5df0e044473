import type { Page as Tab } from 'playwright-core';

/** What has the focus, as a person meets it. */
export interface Stop {
  readonly name: string;
  /** It is on the screen, and something says that it has the focus. */
  readonly isVisible: boolean;
}

/** More stops than any of these screens has. */
const ALL_STOPS = 80;

/** Runs in the browser. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  // Some are drawn by what stands behind them.
  const drawn = element.offsetWidth > 0 ? element : (element.nextElementSibling ?? element);
  const box = drawn.getBoundingClientRect();
  const isOnScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'var(--accent)';
  const accent = getComputedStyle(probe).color;
  probe.remove();
  const isMarked = (each) => {
    if (!each) return false;
    const { outlineStyle, outlineWidth, boxShadow, borderTopColor } = getComputedStyle(each);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || borderTopColor === accent;
  };
  // The frame around a box is marked in its place.
  const frames = [element.parentElement, element.parentElement?.parentElement];
  const named = element.getAttribute('aria-labelledby');
  const words =
    element.getAttribute('aria-label') ??
    (named && named.split(' ').map((id) => document.getElementById(id)?.innerText).join(' ')) ??
    (element.labels?.[0] ?? element).innerText;
  return {
    name: element === document.body ? '' : words.replace(/\\s+/g, ' ').trim(),
    isVisible: isOnScreen && [element, ...frames, element.nextElementSibling].some(isMarked),
  };
})()`;

/** What has the focus now; without a name where nothing has. */
export const focusedIn = (tab: Tab): Promise<Stop> => tab.evaluate<Stop>(FOCUSED);

/** Goes on by Tab until something of that name has the focus; every stop on the way can be seen. Answers their names. */
export async function tabTo(tab: Tab, name: RegExp, most = ALL_STOPS): Promise<string[]> {
  const met: string[] = [];
  for (let stops = 0; stops < most; stops += 1) {
    await tab.keyboard.press('Tab');
    const stop = await focusedIn(tab);
    // Between the last stop and the first lies the browser itself.
    if (stop.name === '') continue;
    expect(stop).toEqual({ name: stop.name, isVisible: true });
    met.push(stop.name);
    if (name.test(stop.name)) return met;
  }
  throw new Error(`Tab leads to no ${name}, but to ${met.join(', ')}.`);
}

/** Waits until something of that name has the focus: it may come back a moment after what had it is gone. */
export async function untilFocused(tab: Tab, name: RegExp): Promise<void> {
  for (let tries = 0; tries < 60 && !name.test((await focusedIn(tab)).name); tries += 1) await tab.waitForTimeout(50);
  expect((await focusedIn(tab)).name).toMatch(name);
}
