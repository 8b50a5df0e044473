import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { strayColours } from './check-colours.mjs';
import { npmCommand } from './install.mjs';
import { layout } from './layout.mjs';
import { Problem } from './problem.mjs';
import { Scope } from './scope.mjs';
import { exitCodeOf, stopRequest } from './stop.mjs';

/** @typedef {{ name: string, title: string, run: () => Promise<void> }} Check */

/**
 * Runs every check, also after one has failed, and shows the output of those that did.
 * @param {string[]} names of checks to run; all when there are none
 * @param {(line: string) => void} say
 * @returns {Promise<number>} exit code
 */
export async function runChecks(names, say) {
  const scope = new Scope();
  const stopping = stopRequest();
  const checks = checksOf(scope, say);
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    throw new Problem(
      `There is no check "${unknown.join('", "')}". There are: ${checks.map(({ name }) => name).join(', ')}.`,
    );
  }
  const chosen = checks.filter(({ name }) => names.length === 0 || names.includes(name));
  const work = runAll(chosen, say);
  try {
    const first = await Promise.race([work, stopping]);
    if (typeof first === 'string') return exitCodeOf(first);
    say(first.length === 0 ? '\nAll checks passed.' : `\nFailed: ${first.join(', ')}.`);
    return first.length === 0 ? 0 : 1;
  } finally {
    work.catch(() => {});
    await scope.close();
  }
}

/**
 * @param {Check[]} checks
 * @param {(line: string) => void} say
 * @returns {Promise<string[]>} titles of those that failed
 */
async function runAll(checks, say) {
  /** @type {string[]} */
  const failed = [];
  const left = [...checks];
  const lane = async () => {
    for (let check = left.shift(); check; check = left.shift())
      if (!(await passes(check, say))) failed.push(check.title);
  };
  // Two at a time: the linter alone takes as long as most others together, on one core.
  await Promise.all([lane(), lane()]);
  return failed;
}

/**
 * @param {Check} check
 * @param {(line: string) => void} say
 */
async function passes({ title, run }, say) {
  const began = performance.now();
  try {
    await run();
    say(`ok      ${title} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(`FAILED  ${title}\n\n${error.message}\n`);
    return false;
  }
}

/**
 * @param {Scope} scope
 * @param {(line: string) => void} say
 * @returns {Check[]}
 */
function checksOf(scope, say) {
  const npm = npmCommand();
  /**
   * @param {string} name
   * @param {string} title
   * @param {string[]} args
   * @returns {Check}
   */
  const script = (name, title, args) => ({
    name,
    title,
    run: () =>
      scope.run({
        name: `npm ${args.join(' ')}`,
        program: npm.program,
        args: [...npm.args, ...args],
        cwd: layout.root,
        log: path.join(layout.logs, `check-${name}.log`),
        tail: 200,
      }),
  });
  return [
    // First what writes types that the linter reads.
    script('site-types', 'types of the demo frontend', ['run', '--silent', 'check', '-w', 'apps/site', '--if-present']),
    script('types', 'types of the server, the launcher and the tests', ['run', '--silent', 'typecheck']),
    script('editor-types', 'types of the editor', [
      'run',
      '--silent',
      'typecheck',
      '-w',
      'apps/editor',
      '--if-present',
    ]),
    script('lint', 'lint', ['run', '--silent', 'lint']),
    { name: 'colours', title: 'colours of the editor come from its theme', run: async () => refuseStrayColours() },
    script('format', 'format', ['exec', '--no', '--', 'prettier', '--check', '--cache', '--log-level=warn', '.']),
    script('depend', 'direction of dependencies', ['run', '--silent', 'depend']),
    { name: 'build', title: 'build', run: () => ensureBuilt(layout, scope, say, ['server', 'editor', 'site']) },
  ];
}

function refuseStrayColours() {
  const found = strayColours(path.join(layout.root, 'apps', 'editor', 'src'));
  if (found.length > 0) throw new Problem(`Use a token of the theme instead of a colour:\n${found.join('\n')}`);
}
