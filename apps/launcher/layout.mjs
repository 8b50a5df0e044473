import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where things are in a clone. Everything the launcher makes is in `state`, so deleting that folder starts afresh.
 * @typedef {ReturnType<typeof layoutOf>} Layout
 */

/** @param {string} root */
export function layoutOf(root) {
  const state = path.join(root, '.pipit');
  return {
    root,
    state,
    logs: path.join(state, 'logs'),
    postgres: path.join(state, 'postgres'),
    media: path.join(state, 'media'),
    bin: path.join(root, 'node_modules', '.bin'),
    server: path.join(root, 'dist', 'apps', 'api', 'src', 'main.js'),
    cli: path.join(root, 'dist', 'apps', 'api', 'src', 'cli.js'),
    editorDist: path.join(root, 'apps', 'editor', 'dist'),
    siteServer: path.join(root, 'apps', 'site', 'dist', 'server', 'entry.mjs'),
  };
}

/** The clone this launcher belongs to. */
export const layout = layoutOf(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..'));
