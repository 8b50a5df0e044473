/** What is left of a password when a word is taken out has to be a password of its own, almost. */
const REST = 5;
/** Part of the pairs of letters two texts have in common, from which on one is the other with a slip. */
const ALIKE = 0.7;

/** Is the password this word, with little around it or a slip in it? Both in small letters. Short words are like nothing. */
export function resembles(password: string, word: string): boolean {
  if (word.length < 4) return false;
  if (password.includes(word) && password.replaceAll(word, '').length < REST) return true;
  return likeness(password, word) >= ALIKE;
}

/** From 0, nothing in common, to 1: the pairs of neighbouring letters that both have (Dice's coefficient). */
function likeness(a: string, b: string): number {
  const left = pairsOf(b);
  let shared = 0;
  for (const pair of pairsOf(a)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / Math.max(1, a.length + b.length - 2);
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
