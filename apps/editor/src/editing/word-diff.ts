export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

const limit = 1_500;
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}’']+\s*|[^\s\p{L}\p{N}]\s*|\s+/gu) ?? [];

function append(parts: DiffPart[], kind: DiffPart['kind'], text: string): void {
  const last = parts[parts.length - 1];
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}

/** What changed between two texts, word by word. Very long texts are shown as one removal and one addition. */
export function diffWords(before: string, after: string): DiffPart[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length > limit || b.length > limit) {
    return before === after
      ? [{ kind: 'same', text: after }]
      : [
          { kind: 'removed', text: before },
          { kind: 'added', text: after },
        ];
  }
  // The space behind a word does not make it another word.
  const [barA, barB] = [a.map((word) => word.trim()), b.map((word) => word.trim())];
  const isSame = (i: number, j: number): boolean => barA[i] === barB[j];
  // Lengths of the longest common subsequence of every two tails, in one flat table.
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = isSame(i, j)
        ? (table[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (isSame(i, j)) {
      append(parts, 'same', b[j] ?? '');
      i += 1;
      j += 1;
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) {
      append(parts, 'removed', a[i] ?? '');
      i += 1;
    } else {
      append(parts, 'added', b[j] ?? '');
      j += 1;
    }
  }
  for (; i < a.length; i += 1) append(parts, 'removed', a[i] ?? '');
  for (; j < b.length; j += 1) append(parts, 'added', b[j] ?? '');
  return trimEnds(parts);
}

/** White space behind a word that was replaced by another belongs to neither. */
function trimEnds(parts: DiffPart[]): DiffPart[] {
  for (let index = 0; index + 1 < parts.length; index += 1) {
    const [before, after, next] = [parts[index], parts[index + 1], parts[index + 2]];
    const space = /\s+$/.exec(before?.text ?? '')?.[0];
    if (
      !space ||
      before?.kind !== 'removed' ||
      after?.kind !== 'added' ||
      !after.text.endsWith(space) ||
      next?.kind === 'removed'
    )
      continue;
    before.text = before.text.slice(0, -space.length);
    after.text = after.text.slice(0, -space.length);
    if (next) next.text = space + next.text;
    else parts.push({ kind: 'same', text: space });
  }
  return parts.filter((part) => part.text !== '');
}

/** Cuts long runs of unchanged text, so that a change is in sight. */
export function shorten(parts: DiffPart[], around = 60): DiffPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same' || part.text.length <= around * 2) return part;
    const first = index === 0;
    const last = index === parts.length - 1;
    if (first && last) return { kind: 'same', text: `${part.text.slice(0, around * 2)}…` };
    if (first) return { kind: 'same', text: `…${part.text.slice(-around)}` };
    if (last) return { kind: 'same', text: `${part.text.slice(0, around)}…` };
    return { kind: 'same', text: `${part.text.slice(0, around)} … ${part.text.slice(-around)}` };
  });
}
