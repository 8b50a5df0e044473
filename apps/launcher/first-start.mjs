import { createHash } from 'node:crypto';
import path from 'node:path';
import { stamp } from './sources.mjs';

/** @import { Layout } from './layout.mjs' */

/**
 * Remembers which steps of a first start are still due, so that one which was cut short is finished by the next.
 * Only a database that was empty when we came is filled: a database of the user's own is never touched otherwise.
 * @param {Layout} layout
 * @param {{ url: string, isEmpty: boolean, isEmbedded: boolean }} database
 */
export function firstStartOf(layout, { url, isEmpty, isEmbedded }) {
  const { host, pathname } = new URL(url);
  // The embedded one has another port each time.
  const key = isEmbedded ? 'embedded' : createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 16);
  /** @param {'demo' | 'administrator'} step */
  const due = (step) => {
    const mark = stamp(path.join(layout.state, 'first-start', `${key}-${step}`));
    if (isEmpty) mark.set('due');
    return { isDue: mark.matches('due'), done: mark.clear };
  };
  return { demo: due('demo'), administrator: due('administrator') };
}

/**
 * Whether the migrations of this build have run. Asked of the embedded database only, which nobody else changes; the
 * server looks for itself in any case, and refuses to start when some are pending.
 * @param {Layout} layout
 * @param {{ isEmpty: boolean, isEmbedded: boolean }} database
 */
export function migrationsOf(layout, { isEmpty, isEmbedded }) {
  const build = stamp(path.join(layout.state, 'built', 'server')).value();
  const mark = stamp(path.join(layout.state, 'first-start', 'embedded-migrated'));
  if (isEmpty && isEmbedded) mark.clear();
  return {
    areDue: !isEmbedded || build === '' || !mark.matches(build),
    done: () => (isEmbedded ? mark.set(build) : undefined),
  };
}
