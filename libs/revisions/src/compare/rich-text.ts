import { richTextBlocks, type RichTextBlock } from '@pipit/content-types';
import { steps } from './sequence.js';
import { wordRuns, wordsOf, type Run, type Word } from './words.js';

/** A paragraph, heading, list item or embed of rich text that stayed, came, went or changed. */
export interface RichTextBlockDifference {
  readonly op: 'equal' | 'insert' | 'delete' | 'change';
  /** Name of its element: `p`, `h2`, `li`, `embed`. */
  readonly tag: string;
  /** What it was, where that changed. */
  readonly oldTag?: string;
  readonly list?: 'ol' | 'ul';
  readonly depth: number;
  readonly runs: readonly Run[];
  /** Of embeds: what is embedded, `image:3`. */
  readonly embed?: string;
}

/** Texts that share fewer words than this are told as one gone and one come. */
const ALIKE = 0.3;

/** What differs between two rich texts: block by block, and inside changed ones word by word. */
export function richTextDifference(before: string, after: string): RichTextBlockDifference[] {
  const all = steps(richTextBlocks(before), richTextBlocks(after), keyOf);
  const found: RichTextBlockDifference[] = [];
  let gone: RichTextBlock[] = [];
  let come: RichTextBlock[] = [];
  const settle = (): void => {
    found.push(...paired(gone, come));
    gone = [];
    come = [];
  };
  for (const { op, thing } of all) {
    if (op === 'delete') gone.push(thing);
    else if (op === 'insert') come.push(thing);
    else {
      settle();
      found.push(whole('equal', thing));
    }
  }
  settle();
  return found;
}

/** Blocks that went and came at one place: those alike are one that changed. */
function paired(gone: readonly RichTextBlock[], come: readonly RichTextBlock[]): RichTextBlockDifference[] {
  const found: RichTextBlockDifference[] = [];
  let next = 0;
  for (const block of come) {
    const at = gone.findIndex((old, index) => index >= next && likeness(old, block) >= ALIKE);
    if (at >= 0) {
      found.push(...gone.slice(next, at).map((old) => whole('delete', old)), changed(gone[at]!, block));
      next = at + 1;
    } else found.push(whole('insert', block));
  }
  return [...found, ...gone.slice(next).map((old) => whole('delete', old))];
}

function changed(old: RichTextBlock, block: RichTextBlock): RichTextBlockDifference {
  return {
    ...headOf(block),
    op: 'change',
    runs: wordRuns(wordsIn(old), wordsIn(block)),
    ...(old.tag === block.tag && old.list === block.list ? {} : { oldTag: old.list ?? old.tag }),
  };
}

function whole(op: 'equal' | 'insert' | 'delete', block: RichTextBlock): RichTextBlockDifference {
  const [before, after] =
    op === 'delete' ? [wordsIn(block), []] : [op === 'equal' ? wordsIn(block) : [], wordsIn(block)];
  return { ...headOf(block), op, runs: wordRuns(before, after) };
}

function headOf({ tag, list, depth, embed }: RichTextBlock) {
  return { tag, depth, ...(list ? { list } : {}), ...(embed === undefined ? {} : { embed }) };
}

function wordsIn({ pieces }: RichTextBlock): Word[] {
  return pieces.flatMap(({ text, marks, target }) =>
    wordsOf(text).map((word) => ({
      text: word,
      ...(marks.length > 0 ? { marks } : {}),
      ...(target === undefined ? {} : { target }),
    })),
  );
}

/** The part of the words of both that they share, 0 to 1. */
function likeness(a: RichTextBlock, b: RichTextBlock): number {
  if (a.embed !== undefined || b.embed !== undefined) return 0;
  const [mine, other] = [a, b].map(
    (block) =>
      new Set(
        wordsIn(block)
          .map(({ text }) => text)
          .filter((text) => /\w|[^\x00-\x7f]/.test(text)),
      ),
  );
  const shared = [...mine!].filter((word) => other!.has(word)).length;
  const all = Math.max(mine!.size, other!.size);
  return all === 0 ? 1 : shared / all;
}

function keyOf(block: RichTextBlock): string {
  const words = block.pieces.map(({ text, marks, target = '' }) => `${marks.join()}|${target}|${text}`).join('¦');
  return `${block.tag}|${block.list ?? ''}|${block.depth}|${block.embed ?? ''}|${words}`;
}
