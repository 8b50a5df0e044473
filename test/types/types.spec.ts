import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compile, type CompileError } from './compile.js';

const MARK = '// @ts-expect-error ';
const FILES = ['blocks', 'content-types', 'client'] as const;

/** A line that must not compile, and why. */
interface WrongUse {
  readonly line: number;
  readonly why: string;
}

const sources = FILES.map((name) => ({
  name,
  lines: readFileSync(path.join(import.meta.dirname, `${name}.ts`), 'utf8').split('\n'),
}));

/** What the guides have people write, but for files that others are needed for; and the smallest type of the README. */
function guideFiles(): Record<string, string> {
  const texts = ['apps/docs/guide/first-content-type.md', 'apps/docs/guide/a-plugin.md', 'README.md'].map((name) =>
    readFileSync(path.join(import.meta.dirname, '../..', name), 'utf8'),
  );
  const found = texts.flatMap((text) => [...text.matchAll(/^```ts(?: file=(\S+))?\n(.*?)^```/gms)]);
  const files = Object.fromEntries(
    found.map(([, file = 'readme.ts', text = '']) => [
      file.replaceAll('/', '-'),
      text.replaceAll(/from '\.\/(.*)\.js'/g, `from './${path.dirname(file).replaceAll('/', '-')}-$1.js'`),
    ]),
  );
  const isComplete = (text: string): boolean =>
    [...text.matchAll(/from '\.\/(.*)\.js'/g)].every(([, name]) => `${name}.ts` in files);
  return Object.fromEntries(Object.entries(files).filter(([, text]) => isComplete(text)));
}

/** Lines below a mark, counted from 1. */
function wrongUsesOf(lines: readonly string[]): WrongUse[] {
  return lines.flatMap((line, index) => {
    const [, why] = line.split(MARK);
    return why === undefined ? [] : [{ line: index + 2, why }];
  });
}

/** Without the marks the compiler speaks; without the lines below them too, it has nothing to say. */
function variants({ name, lines }: (typeof sources)[number]): Record<string, string> {
  const wrong = new Set(wrongUsesOf(lines).map(({ line }) => line));
  const unmarked = lines.map((line) => (line.includes(MARK) ? '' : line));
  const repeated = unmarked.map((line, index) => (wrong.has(index + 1) ? '' : line));
  return { [`${name}.ts`]: unmarked.join('\n'), [`${name}-right.ts`]: repeated.join('\n') };
}

describe('types of declarations', () => {
  let errors: CompileError[];
  beforeAll(() => {
    errors = compile(Object.assign(guideFiles(), ...sources.map(variants)) as Record<string, string>);
  }, 120_000);

  it.each(FILES)('right uses compile: %s', (name) => {
    expect(errors.filter(({ file }) => file === `${name}-right.ts`)).toEqual([]);
  });

  it('what the guides say compiles', () => {
    const names = Object.keys(guideFiles());
    expect(names.length).toBeGreaterThan(4);
    expect(errors.filter(({ file }) => names.includes(file))).toEqual([]);
  });

  const wrong = sources.flatMap(({ name, lines }) => wrongUsesOf(lines).map((use) => ({ name, ...use })));
  it.each(wrong)('does not compile: $why ($name, line $line)', ({ name, line }) => {
    expect(errors.filter((error) => error.file === `${name}.ts`).map((error) => error.line)).toContain(line);
  });

  it.each(sources)('nothing else is refused: $name', ({ name, lines }) => {
    const expected = wrongUsesOf(lines).map(({ line }) => line);
    const found = errors.filter(({ file }) => file === `${name}.ts`).filter(({ line }) => !expected.includes(line));
    expect(found).toEqual([]);
  });
});
