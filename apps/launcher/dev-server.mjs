import { watch } from 'node:fs';
import path from 'node:path';
import { partsOf } from './build.mjs';
import { startApi } from './services.mjs';

/** @import { Layout } from './layout.mjs' */
/** @import { Scope, Started } from './scope.mjs' */
/** @import { Addresses } from './services.mjs' */

/**
 * The API server while developing: built anew and started again whenever a source file changed. A mistake in the
 * sources ends neither the launcher nor, while it does not compile, the server that runs.
 * @param {Layout} layout
 * @param {Scope} scope
 * @param {Addresses} at
 * @param {(line: string) => void} say
 * @returns {Started}
 */
export function startReloadingApi(layout, scope, at, say) {
  let server = startApi(layout, scope, at);
  let waiting = Promise.resolve();

  const reload = async () => {
    const began = performance.now();
    if (!(await rebuild(layout, scope))) return;
    await server.stop();
    server = startApi(layout, scope, at);
    say(`Server rebuilt and restarted (${Math.round(performance.now() - began)} ms)`);
  };
  const stopWatching = watchSources(layout, () => {
    // One after the other; a change that comes meanwhile is built after the present one.
    waiting = waiting.then(reload).catch(() => {});
  });
  scope.add(stopWatching);

  return {
    name: 'API server',
    record: server.record,
    // Its end while developing is a mistake somebody is about to correct, no reason to stop the rest.
    ended: new Promise(() => {}),
    isRunning: () => true,
    lastWords: () => '',
    stop: () => server.stop(),
  };
}

/**
 * @param {Layout} layout
 * @param {Scope} scope
 * @returns {Promise<boolean>} false when the sources do not compile; the compiler has said why
 */
async function rebuild(layout, scope) {
  const part = partsOf(layout).server;
  const started = scope.start({ name: 'build', ...part.command, cwd: layout.root });
  if ((await started.ended) !== 'exit code 0') return false;
  part.after?.();
  return true;
}

/**
 * @param {Layout} layout
 * @param {() => void} changed called once for changes in quick succession
 * @returns {() => void}
 */
function watchSources(layout, changed) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const watchers = ['apps/api', 'apps/demo', 'libs', 'migrations'].flatMap((folder) => {
    try {
      return [
        watch(path.join(layout.root, folder), { recursive: true }, (_event, file) => {
          if (!file || !/\.(ts|json)$/.test(file) || file.endsWith('.spec.ts')) return;
          clearTimeout(timer);
          timer = setTimeout(changed, 150);
        }),
      ];
    } catch {
      return [];
    }
  });
  return () => {
    clearTimeout(timer);
    watchers.forEach((watcher) => watcher.close());
  };
}
