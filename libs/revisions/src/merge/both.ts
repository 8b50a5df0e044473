import { richTextElements, type Json } from '@pipit/content-types';
import { steps } from '../compare/sequence.js';
import { textRuns } from '../compare/words.js';
import type { Overlap } from './merge-values.js';

/**
 * Both versions in one, to be kept or to begin with when somebody writes a third one by hand: texts with the words of
 * both, rich text with the paragraphs of both, lists with the entries of both. Null where there is no such thing.
 */
export function bothOf({ node, isOrder, mine, theirs }: Overlap): Json {
  if (isOrder || mine === undefined || theirs === undefined) return null;
  if (typeof mine === 'string' && typeof theirs === 'string') {
    if (node?.kind.shape === 'text') return wordsOfBoth(mine, theirs);
    return node?.kind.shape === 'richText' ? elementsOfBoth(mine, theirs) : null;
  }
  if (!Array.isArray(mine) || !Array.isArray(theirs)) return null;
  return [...mine, ...theirs].every(isPlain) ? [...new Set([...mine, ...theirs])] : null;
}

/** What is the same once, what differs one after the other, mine first. */
function wordsOfBoth(mine: string, theirs: string): string {
  return textRuns(mine, theirs).reduce(
    (all, { text }) => all + (/[\p{L}\p{N}]$/u.test(all) && /^[\p{L}\p{N}]/u.test(text) ? ' ' : '') + text,
    '',
  );
}

function elementsOfBoth(mine: string, theirs: string): string {
  const all = steps(richTextElements(mine), richTextElements(theirs), (element) => element);
  return all.map(({ thing }) => thing).join('');
}

const isPlain = (value: Json): boolean => typeof value === 'string' || typeof value === 'number';
