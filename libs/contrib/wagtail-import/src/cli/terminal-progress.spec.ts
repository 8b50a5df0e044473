import { terminalProgress } from './terminal-progress.js';

function run(isTTY: boolean): string {
  let text = '';
  const progress = terminalProgress({ isTTY, write: (part) => (text += part) });
  progress.begin('Pages', 4);
  progress.advance(1);
  progress.advance(3);
  progress.end();
  return text;
}

describe('progress of an import', () => {
  it('is a bar where somebody watches', () => {
    expect(run(true)).toContain('1/4 Pages');
    expect(run(true)).toMatch(/█{24} 4\/4 Pages.*\n$/);
  });

  it('is a plain line for each step elsewhere', () => {
    expect(run(false)).toBe('Pages: 4\n');
  });
});
