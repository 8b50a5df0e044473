import { choice, list, named, richText, richTextElements, text, type Json } from '@pipit/content-types';
import { bothOf } from './both.js';

const both = (node: Parameters<typeof bothOf>[0]['node'], mine: Json | undefined, theirs: Json | undefined): Json =>
  bothOf({ node, mine, theirs, base: null, place: { path: [], ids: [] }, isOrder: false });

describe('both versions in one', () => {
  it('has the words of both texts, what they share once', () => {
    const line = named('title', text());
    expect(both(line, 'High water at one', 'High water at two')).toBe('High water at one two');
    expect(both(line, 'A calm sea', 'A sea')).toBe('A calm sea');
    expect(both(line, '', 'Ebb')).toBe('Ebb');
  });

  it('has the paragraphs of both rich texts, each as it was written', () => {
    const body = named('body', richText());
    const shared = '<h2>Tides</h2>';
    expect(both(body, `${shared}<p>At <b>one</b>.</p>`, `${shared}<p>At two.</p><p>Or <i>three</i>.</p>`)).toBe(
      `${shared}<p>At <b>one</b>.</p><p>At two.</p><p>Or <i>three</i>.</p>`,
    );
    for (const html of ['', 'Bare<br/>words', '<ul><li>a</li><li>b</li></ul><embed embedtype="image" id="1"/><p>x</p>'])
      expect(richTextElements(html).join('')).toBe(html);
  });

  it('has the entries of both lists, and is nothing where one side took all away or a value is no list', () => {
    const words = named('words', list(text()));
    expect(both(words, ['reed', 'ebb'], ['ebb', 'tide'])).toEqual(['reed', 'ebb', 'tide']);
    expect(both(words, undefined, ['ebb'])).toBeNull();
    expect(both(named('tone', choice({ of: ['r', 'g'] })), 'r', 'g')).toBeNull();
    expect(both(null, 3, 4)).toBeNull();
  });
});
