import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { claimClone } from './claim.mjs';
import { runCli } from './cli.mjs';
import { openDatabase } from './database.mjs';
import { startReloadingApi } from './dev-server.mjs';
import { firstStartOf, migrationsOf } from './first-start.mjs';
import { layout } from './layout.mjs';
import { portFor, portFromEnvironment } from './ports.mjs';
import { Scope } from './scope.mjs';
import { randomPassword } from './secrets.mjs';
import {
  addressToAsk,
  startApi,
  startEditorForDevelopment,
  startSite,
  startSiteForDevelopment,
  untilAnswering,
} from './services.mjs';
import { exitCodeOf, stopRequest } from './stop.mjs';

/** @import { Addresses } from './services.mjs' */
/** @import { Started } from './scope.mjs' */
/** @import { Database } from './database.mjs' */

/** Who the first administrator is until somebody changes it. */
const administrator = { email: 'admin@example.com', name: 'Administrator' };

/** @typedef {{ develop: boolean, say: (line: string) => void }} StackOptions */

/**
 * Runs everything until asked to stop, or until a part of it ends by itself.
 * @param {StackOptions} options
 * @returns {Promise<number>} exit code
 */
export async function runStack({ develop, say }) {
  const scope = new Scope();
  const stopping = stopRequest();
  let ready = false;
  const up = bringUp(scope, { develop, say }).then((ended) => {
    ready = true;
    return ended;
  });
  try {
    const first = await Promise.race([stopping, up.then((running) => running.firstEnd)]);
    if (typeof first !== 'string') {
      console.error(`\nThe ${first.name} ended unexpectedly (${first.how}), so everything stops. ${first.lastWords}`);
      return 1;
    }
    say('Stopping');
    return ready ? 0 : exitCodeOf(first);
  } finally {
    up.catch(() => {});
    await scope.close();
  }
}

/**
 * @param {Scope} scope
 * @param {StackOptions} options
 */
async function bringUp(scope, { develop, say }) {
  const began = performance.now();
  const lock = await claimClone(layout, scope, develop ? 'npm run dev' : 'npm start');
  await ensureBuilt(layout, scope, say, develop ? ['server'] : ['server', 'editor', 'site']);
  const database = await openDatabase(layout, scope, say);
  const firstStart = firstStartOf(layout, database);

  const migrations = migrationsOf(layout, database);
  if (migrations.areDue) {
    say('Applying migrations');
    await runCli(layout, scope, database.url, ['migrate']);
    migrations.done();
  }
  // Another project has content of its own.
  if (firstStart.demo.isDue && !process.env['PIPIT_PROJECT']) {
    say('Loading the demo site');
    await runCli(layout, scope, database.url, ['demo:load']);
  }
  firstStart.demo.done();

  const at = await chooseAddresses(database.url, develop, say);
  say(
    develop
      ? 'Starting the API, the editor and the demo frontend, with reload'
      : 'Starting the API, the editor and the demo frontend',
  );
  const services = develop ? startForDevelopment(scope, at, say) : startBuilt(scope, at);
  lock.update({ children: services.map((service) => service.record), databaseUrl: database.url });
  await untilAllAnswer(services, at);

  let login = '';
  if (firstStart.administrator.isDue) {
    const password = randomPassword();
    const { email, name } = administrator;
    const args = ['user:create-admin', '--email', email, '--name', name, '--password-stdin'];
    await runCli(layout, scope, database.url, args, { input: `${password}\n` });
    firstStart.administrator.done();
    login = `\n  Sign in as     ${email}\n  Password       ${password}\n                 shown only now; npm run pipit -- user:password changes it\n`;
  }
  scope.throwIfClosing();
  say(summary(at, database) + login);
  say(`Pipit is ready after ${((performance.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops everything.`);
  return { firstEnd: firstEnd(services, database) };
}

/**
 * @param {string} databaseUrl
 * @param {boolean} develop
 * @param {(line: string) => void} say
 * @returns {Promise<Addresses>}
 */
async function chooseAddresses(databaseUrl, develop, say) {
  const host = process.env.HOST || '127.0.0.1';
  const api = await portFor({ wanted: portFromEnvironment('PORT', 3000), host, what: 'API', say });
  const site = await portFor({
    wanted: portFromEnvironment('SITE_PORT', 4321),
    host,
    what: 'demo frontend',
    not: [api],
    say,
  });
  const wanted = portFromEnvironment('EDITOR_PORT', 4200);
  const editor = develop
    ? await portFor({ wanted, host: '127.0.0.1', what: 'editor', not: [api, site], say })
    : undefined;
  return { host, api, site, editor, databaseUrl };
}

/**
 * @param {Scope} scope
 * @param {Addresses} at
 * @returns {Started[]}
 */
function startBuilt(scope, at) {
  return [startApi(layout, scope, at, { log: path.join(layout.logs, 'api.log') }), startSite(layout, scope, at)];
}

/**
 * @param {Scope} scope
 * @param {Addresses} at
 * @param {(line: string) => void} say
 * @returns {Started[]}
 */
function startForDevelopment(scope, at, say) {
  return [
    startReloadingApi(layout, scope, at, say),
    startSiteForDevelopment(layout, scope, at),
    startEditorForDevelopment(layout, scope, at),
  ];
}

/**
 * @param {Started[]} services API, site and perhaps the editor's own server
 * @param {Addresses} at
 */
async function untilAllAnswer([api, site, editor], at) {
  const host = addressToAsk(at);
  await Promise.all([
    api && untilAnswering(api, `http://${host}:${at.api}/api/admin/v1/health`),
    // Without content it answers that there is no home page yet, which is an answer.
    site && untilAnswering(site, `http://${host}:${at.site}/`, () => true),
    editor && untilAnswering(editor, `http://127.0.0.1:${at.editor}/editor/`),
  ]);
}

/**
 * @param {Addresses} at
 * @param {Database} database
 * @returns {string}
 */
function summary(at, database) {
  const host = at.host === '127.0.0.1' ? 'localhost' : addressToAsk(at);
  return [
    '',
    `  Editor         http://${host}:${at.editor ?? at.api}/editor/`,
    `  Demo site      http://${host}:${at.site}/`,
    `  Content API    http://${host}:${at.api}/api/v2/pages/`,
    `  Database       ${database.description}`,
    `  Logs           ${layout.logs}`,
    '',
  ].join('\n');
}

/**
 * @param {Started[]} services
 * @param {Database} database
 * @returns {Promise<{ name: string, how: string, lastWords: string }>}
 */
function firstEnd(services, database) {
  const ends = services.map(async (service) => {
    const how = await service.ended;
    return { name: service.name, how, lastWords: service.lastWords() };
  });
  const databaseEnd = database.ended?.then(() => ({ name: 'database', how: 'see its server.log', lastWords: '' }));
  return Promise.race(databaseEnd ? [...ends, databaseEnd] : ends);
}
