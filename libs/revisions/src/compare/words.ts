import { steps, type Step } from './sequence.js';

/** Words that stayed, came or went, with one look. */
export interface Run {
  readonly op: Step<unknown>['op'];
  readonly text: string;
  /** Of rich text: names of the elements around them. */
  readonly marks?: readonly string[];
  /** Of links: where they lead. */
  readonly target?: string;
}

/** A word with its look. */
export type Word = Omit<Run, 'op'>;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** A text as words, spaces and signs, in languages without spaces too. */
export function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** What differs between two texts, word by word. */
export function textRuns(before: string, after: string): Run[] {
  const word = (text: string): Word => ({ text });
  return wordRuns(wordsOf(before).map(word), wordsOf(after).map(word));
}

/** What differs between two rows of words; neighbours of one kind and look are joined. */
export function wordRuns(before: readonly Word[], after: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (const { op, thing } of withoutCrumbs(steps(before, after, keyOf))) {
    const last = runs.at(-1);
    if (last?.op === op && lookOf(last) === lookOf(thing))
      runs[runs.length - 1] = { ...last, text: last.text + thing.text };
    else runs.push({ ...thing, op });
  }
  return runs;
}

/** A single space between two changed words belongs to the change: “two words” reads better than “two” “words”. */
function withoutCrumbs(all: readonly Step<Word>[]): Step<Word>[] {
  const out: Step<Word>[] = [];
  let gone: Step<Word>[] = [];
  let come: Step<Word>[] = [];
  const settle = (): void => {
    out.push(...gone, ...come);
    gone = [];
    come = [];
  };
  all.forEach((step, index) => {
    if (step.op === 'delete') gone.push(step);
    else if (step.op === 'insert') come.push(step);
    else if (isCrumb(step.thing) && gone.length > 0 && come.length > 0 && isReplacement(all, index)) {
      gone.push({ op: 'delete', thing: step.thing });
      come.push({ op: 'insert', thing: step.thing });
    } else {
      settle();
      out.push(step);
    }
  });
  settle();
  return out;
}

const isCrumb = ({ text }: Word): boolean => /^\s$/.test(text);

/** What follows goes and comes as well, before the next thing that stays. */
function isReplacement(all: readonly Step<Word>[], at: number): boolean {
  const rest = all.slice(at + 1);
  const next = rest.findIndex(({ op }) => op === 'equal');
  const part = next < 0 ? rest : rest.slice(0, next);
  return part.some(({ op }) => op === 'insert') && part.some(({ op }) => op === 'delete');
}

const lookOf = ({ marks = [], target = '' }: Word): string => `${marks.join()}|${target}`;
const keyOf = (word: Word): string => `${lookOf(word)}|${word.text}`;
