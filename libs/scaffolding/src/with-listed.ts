/** A name to be listed, and the file beside the list that exports it, without its ending. */
export interface Listed {
  readonly name: string;
  readonly from: string;
}

/** Characters of a line; longer lists have a name on each. */
const LINE = 120;

/**
 * The source of a module that exports a list, `export const <list> = […];`, with one more name in it and its import
 * after the others; null where there is no such list to add to.
 */
export function withListed(source: string, list: string, { name, from }: Listed): string | null {
  const found = new RegExp(`(export const ${list}[^=]*= \\[)([^\\]]*)(\\];)`).exec(source);
  if (!found) return null;
  const [whole, begin, items = '', end] = found;
  const names = [...items.split(',').map((item) => item.trim()), name].filter(Boolean);
  const oneLine = `${begin}${names.join(', ')}${end}`;
  const lines = `${begin}\n${names.map((item) => `  ${item},\n`).join('')}${end}`;
  const isShort = !items.includes('\n') && oneLine.length <= LINE;
  return withImport(source.replace(whole, isShort ? oneLine : lines), `import { ${name} } from './${from}.js';\n`);
}

/** After the last import, or at the top. */
function withImport(source: string, imported: string): string {
  const last = [...source.matchAll(/^import [^;]*;\n/gm)].at(-1);
  const at = last ? last.index + last[0].length : 0;
  return source.slice(0, at) + imported + source.slice(at);
}
