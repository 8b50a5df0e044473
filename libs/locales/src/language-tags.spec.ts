import { languageTag, ownName } from './language-tags.js';

describe('the code of a language', () => {
  it.each([
    ['de', 'de'],
    [' DE ', 'de'],
    ['pt-br', 'pt-BR'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['sr-latn', 'sr-Latn'],
  ])('%s is kept as %s', (text, tag) => expect(languageTag(text)).toBe(tag));

  it.each(['', 'd', 'german!', 'de_DE', 'de-', '-de', 'x'.repeat(40)])('%s is none', (text) =>
    expect(languageTag(text)).toBeNull(),
  );

  it('gives the name which the language has for itself', () => {
    expect([ownName('de'), ownName('fr'), ownName('pt-BR')]).toEqual(['Deutsch', 'Français', 'Português (Brasil)']);
  });
});
