import { Problem } from './problem.mjs';

/**
 * What the command line asks for.
 * @typedef {object} SoakOrder
 * @property {number} seed the first one
 * @property {number} seeds how many of them, one after the other, each on a fresh database
 * @property {Record<string, number>} amounts
 */

/**
 * Reads `--seed 7 --rounds 100`. Besides `--seed` and `--seeds` a storm takes the amounts it declares.
 * @param {string} name
 * @param {Readonly<Record<string, number>>} declared the amounts of the storm's long form
 * @param {readonly string[]} args
 * @returns {SoakOrder}
 */
export function soakOrder(name, declared, args) {
  const { seeds: usual = 1, ...amounts } = declared;
  /** @type {Record<string, number>} */
  const values = { seed: 1, seeds: usual, ...amounts };
  const known = Object.keys(values).map((each) => `--${each}`);
  const given = args.flatMap((arg) => arg.split(/(?<=^--\w+)=/));
  for (let index = 0; index < given.length; index += 2) {
    const option = given[index] ?? '';
    if (!known.includes(option)) throw new Problem(`${name} does not know "${option}". It takes ${known.join(', ')}.`);
    values[option.slice(2)] = numberOf(option, given[index + 1]);
  }
  const { seed = 1, seeds = 1, ...rest } = values;
  return { seed, seeds, amounts: rest };
}

/**
 * @param {string} option
 * @param {string | undefined} text
 */
function numberOf(option, text) {
  const value = Number(text);
  // Half a minute is a time; half a round is a slip.
  const isFit = option === '--minutes' ? value > 0 && value <= 24 * 60 : Number.isSafeInteger(value) && value > 0;
  if (text === undefined || text.trim() === '' || !isFit) {
    const kind = option === '--minutes' ? 'a number of minutes, such as 0.5' : 'a whole number from 1 on';
    throw new Problem(`${option} takes ${kind}${text === undefined ? '' : `, not "${text}"`}.`);
  }
  return value;
}
