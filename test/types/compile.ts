import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const state = path.join(root, '.pipit');

/** An error the compiler found. */
export interface CompileError {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Compiles files in one run of the compiler the repository is checked with, and hands over what it finds in them. */
export function compile(files: Readonly<Record<string, string>>): CompileError[] {
  mkdirSync(state, { recursive: true });
  const folder = mkdtempSync(path.join(state, 'types-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(configuration()));
    const compiler = path.join(root, 'node_modules/typescript7/bin/tsc');
    const args = [compiler, '--noEmit', '--pretty', 'false', '--project', folder];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const errors = errorsIn(stdout);
    if (status !== 0 && errors.length === 0) throw new Error(`The compiler failed: ${stdout}${stderr}`);
    return errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function configuration(): object {
  const { compilerOptions } = JSON.parse(readFileSync(path.join(root, 'tsconfig.json'), 'utf8')) as {
    compilerOptions: { paths: Record<string, string[]> };
  };
  const paths = Object.entries(compilerOptions.paths).map(([name, places]) => [
    name,
    places.map((place) => path.join(root, place)),
  ]);
  return {
    extends: path.join(root, 'tsconfig.json'),
    compilerOptions: { rootDir: root, paths: Object.fromEntries(paths) },
    include: ['*.ts'],
    exclude: [],
  };
}

function errorsIn(output: string): CompileError[] {
  return [...output.matchAll(/^(.+?)\((\d+),\d+\): error (.+)$/gm)].map(([, file = '', line, text = '']) => ({
    file: path.basename(file),
    line: Number(line),
    text,
  }));
}
