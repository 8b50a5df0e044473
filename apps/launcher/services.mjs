import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { npmCommand } from './install.mjs';
import { Problem } from './problem.mjs';
import { secretOf } from './secrets.mjs';

/** @import { Layout } from './layout.mjs' */
/** @import { Scope, Started } from './scope.mjs' */

/**
 * Where everything listens and what it connects to.
 * @typedef {object} Addresses
 * @property {string} host
 * @property {number} api
 * @property {number} site
 * @property {number} [editor] the editor's own server while developing
 * @property {string} databaseUrl
 * @property {boolean} [isRecorded] a recorded data set: its sites keep their addresses
 */

/**
 * The environment of the server and of its command line.
 * @param {Layout} layout
 * @param {string} databaseUrl
 * @returns {Record<string, string>}
 */
export function serverEnvironment(layout, databaseUrl) {
  return {
    DATABASE_URL: databaseUrl,
    PIPIT_DATA: process.env.PIPIT_DATA || layout.media,
    PIPIT_SECRET: secretOf(layout),
    PIPIT_EDITOR_DIST: layout.editorDist,
  };
}

/**
 * @param {Layout} layout
 * @param {Scope} scope
 * @param {Addresses} at
 * @param {{ log?: string }} [options] without a log its output is shown
 * @returns {Started}
 */
export function startApi(layout, scope, at, { log } = {}) {
  return scope.start({
    name: 'API server',
    program: process.execPath,
    args: ['--enable-source-maps', layout.server],
    cwd: layout.root,
    log,
    env: {
      ...serverEnvironment(layout, at.databaseUrl),
      HOST: at.host,
      PORT: String(at.api),
      // Whoever compares answers has not built the editor.
      ...(at.isRecorded ? { PIPIT_EDITOR_DIST: '' } : {}),
      ...publicAddresses(at),
    },
  });
}

/**
 * What the server prints as its own address and as that of the frontend. A recorded data set keeps the ones it has.
 * @param {Addresses} at
 * @returns {Record<string, string>}
 */
function publicAddresses(at) {
  if (at.isRecorded) return {};
  return {
    PIPIT_URL: process.env.PIPIT_URL || `http://localhost:${at.api}`,
    PIPIT_SITE_URL: process.env.PIPIT_SITE_URL || `http://localhost:${at.site}`,
  };
}

/**
 * @param {Layout} layout
 * @param {Scope} scope
 * @param {Addresses} at
 * @returns {Started}
 */
export function startSite(layout, scope, at) {
  return scope.start({
    name: 'demo frontend',
    program: process.execPath,
    args: [layout.siteServer],
    cwd: path.join(layout.root, 'apps', 'site'),
    log: path.join(layout.logs, 'site.log'),
    env: siteEnvironment(at),
  });
}

/**
 * The demo frontend with reload, as its `dev` script starts it.
 * @param {Layout} layout
 * @param {Scope} scope
 * @param {Addresses} at
 * @returns {Started}
 */
export function startSiteForDevelopment(layout, scope, at) {
  return scope.start({
    name: 'demo frontend',
    ...devScript('apps/site'),
    cwd: layout.root,
    env: siteEnvironment(at),
  });
}

/**
 * The editor with reload; it passes requests for the API on.
 * @param {Layout} layout
 * @param {Scope} scope
 * @param {Addresses} at
 * @returns {Started}
 */
export function startEditorForDevelopment(layout, scope, at) {
  return scope.start({
    name: 'editor',
    ...devScript('apps/editor'),
    cwd: layout.root,
    env: { EDITOR_PORT: String(at.editor), API_URL: `http://127.0.0.1:${at.api}` },
  });
}

/**
 * Waits until a started service answers.
 * @param {Started} service
 * @param {string} url
 * @param {(status: number) => boolean} [isWell] what counts as an answer
 * @param {number} [seconds]
 */
export async function untilAnswering(service, url, isWell = (status) => status < 400, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  while (service.isRunning() && Date.now() < end) {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) }).catch(() => null);
    await response?.body?.cancel();
    if (response && isWell(response.status)) return;
    await sleep(50);
  }
  const how = service.isRunning() ? `did not answer at ${url} within ${seconds} s` : `ended (${await service.ended})`;
  throw new Problem(`The ${service.name} ${how}. ${service.lastWords()}`);
}

/** @param {Addresses} at */
export function addressToAsk(at) {
  return at.host === '0.0.0.0' || at.host === '::' ? '127.0.0.1' : at.host;
}

/**
 * @param {Addresses} at
 * @returns {Record<string, string>}
 */
function siteEnvironment(at) {
  return {
    HOST: at.host,
    PORT: String(at.site),
    PIPIT_API_URL: `http://${addressToAsk(at)}:${at.api}`,
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}

/** @param {string} workspace */
function devScript(workspace) {
  const npm = npmCommand();
  return { program: npm.program, args: [...npm.args, 'run', '--silent', 'dev', '-w', workspace] };
}
