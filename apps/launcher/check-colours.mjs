import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder } from './sources.mjs';

const colour = /(?<=[\s:'"`(,])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b/gi;

/**
 * Colours written out as hex anywhere but in the theme: they would not follow when it turns dark.
 * @param {string} sources folder of the editor's sources
 * @returns {string[]} one line each, with file and line number
 */
export function strayColours(sources) {
  return (
    filesUnder(sources)
      // Specs draw nothing; their colours are values.
      .filter(
        (file) => /(?<!\.spec)\.(tsx?|css)$/.test(file) && !path.relative(sources, file).startsWith(`theme${path.sep}`),
      )
      .flatMap((file) => {
        const lines = readFileSync(file, 'utf8').split('\n');
        return lines.flatMap((line, index) => {
          const found = line.match(colour) ?? [];
          return found.map((text) => `  ${path.relative(sources, file)}:${index + 1}  ${text}`);
        });
      })
  );
}
