import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A set of answers recorded from a real Wagtail, kept outside the repository. */
export interface OracleSet {
  readonly name: string;
  /** Whether the data are there. */
  readonly isPresent: boolean;
  /** Absolute path of a file of the set. */
  file(...names: string[]): string;
  /**
   * Declares tests that need the data. Without them the body is not run and one skipped test stands for it; under
   * `CI=true` it fails instead, so that a build never passes by not looking.
   */
  describe(name: string, body: () => void): void;
}

/** The folder of the recorded data: PIPIT_ORACLE, or `../shared/oracle` beside the repository. */
export function oracleFolder(): string {
  return path.resolve(repository, process.env.PIPIT_ORACLE || '../shared/oracle');
}

/** The named set: `demosite`, `bakerydemo`, … */
export function oracleSet(name: string): OracleSet {
  const folder = path.join(oracleFolder(), name);
  const isPresent = existsSync(folder);
  return {
    name,
    isPresent,
    file: (...names) => path.join(folder, ...names),
    describe(title, body) {
      if (isPresent) describe(title, body);
      else describeAbsence(title, folder);
    },
  };
}

function describeAbsence(title: string, folder: string): void {
  const message = `needs the recorded data in ${folder} (PIPIT_ORACLE names their folder)`;
  const isRequired = process.env.CI === 'true';
  if (!isRequired) process.stderr.write(`Skipped: "${title}" ${message}\n`);
  describe(title, () => {
    if (isRequired) {
      it(message, () => {
        throw new Error(`The recorded data are missing: ${folder}`);
      });
    } else {
      it.skip(message, () => {});
    }
  });
}
