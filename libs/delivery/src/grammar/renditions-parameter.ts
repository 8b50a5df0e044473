import { refused } from '../errors.js';

/** A rendition of every image of an answer. */
export interface RenditionChoice {
  /** What it is called in the answer. */
  readonly name: string;
  /** Null: the one that a field declares under this name. */
  readonly spec: string | null;
}

const MAX_RENDITIONS = 10;
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;

/** Reads `renditions=hero:fill-1200x600,thumb`. */
export function readRenditions(text: string | undefined): RenditionChoice[] {
  if (text === undefined || text === '') return [];
  const choices = text.split(',').map((part) => {
    const colon = part.indexOf(':');
    const name = colon < 0 ? part : part.slice(0, colon);
    if (!NAME.test(name)) throw refused(`renditions error. '${part}' is not of the form name:spec`);
    return { name, spec: colon < 0 ? null : part.slice(colon + 1) };
  });
  const names = new Set(choices.map(({ name }) => name));
  if (names.size < choices.length) throw refused('renditions error. a name is there twice');
  if (choices.length > MAX_RENDITIONS) throw refused(`renditions error. there are more than ${MAX_RENDITIONS}`);
  return choices;
}
