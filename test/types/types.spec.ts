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
    errors = compile(Object.assign({}, ...sources.map(variants)) as Record<string, string>);
  }, 120_000);

  it.each(FILES)('right uses compile: %s', (name) => {
    expect(errors.filter(({ file }) => file === `${name}-right.ts`)).toEqual([]);
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
