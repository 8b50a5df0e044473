import { named, type Block } from '../blocks/block.js';
import { richText } from '../blocks/core-blocks.js';
import { describeField } from '../content/describe.js';
import { validateValue } from '../content/validate.js';
import { expandRichText } from './expand.js';
import { RICH_TEXT_FEATURES, defineRichTextFeature, unknownFeatures } from './features.js';
import { defineEmbedHandler, defineLinkHandler, type RichTextAttributes } from './handlers.js';
import { readRichText, richTextReferences } from './parse.js';
import { storedId } from './stored-id.js';

const highlight = defineRichTextFeature({ name: 'highlight', elements: { mark: ['data-colour'] } });
defineLinkHandler({
  type: 'plant',
  feature: 'link',
  refusal: 'No links here.',
  attributes: ['id'],
  references: (attributes) => {
    const id = storedId(attributes);
    return id === null ? [] : [{ targetType: 'plant', id }];
  },
  lookup: (attributes) => ({ provider: 'plants', id: Number(attributes['id']) }),
  expand: (_attributes, found): RichTextAttributes => (typeof found === 'string' ? { href: found } : {}),
});
defineEmbedHandler({
  type: 'map',
  feature: highlight,
  refusal: 'No maps here.',
  attributes: ['place'],
  check: ({ place = '' }) => (place === '' ? 'A map of what?' : null),
  expand: ({ place = '' }) =>
    place === 'nowhere' ? null : { element: 'img', attributes: { src: '/map', alt: place } },
});

const faults = (block: Block, html: string) =>
  validateValue(named('text', block), html, { tier: 'publish' }).map(({ message }) => message);

describe('features of rich text', () => {
  it.each(RICH_TEXT_FEATURES)('%s brings its elements and nothing else', (feature) => {
    const element =
      { bold: 'b', italic: 'i', strikethrough: 's', superscript: 'sup', subscript: 'sub' }[feature as string] ??
      feature;
    const html = `<p><${element}>x</${element}></p>`;
    const isPlain = !['link', 'documentLink', 'image', 'embed'].includes(feature);
    if (isPlain) expect(faults(richText({ features: [feature] }), html)).toEqual([]);
    expect(faults(richText({ features: [] }), html)).toHaveLength(1);
  });

  it('of a plugin bring elements with the attributes they name', () => {
    const block = richText({ features: ['bold', highlight] });
    expect(faults(block, '<p><mark data-colour="red">x</mark></p>')).toEqual([]);
    expect(faults(block, '<p><mark class="red">x</mark></p>')).toEqual([
      'The attribute “class” is not allowed on <mark>.',
    ]);
    expect(faults(richText(), '<p><mark>x</mark></p>')).toEqual(['<mark> is not allowed here.']);
    expect(describeField(named('text', block)).options).toMatchObject({ features: ['bold', 'highlight'] });
  });

  it('may not bring what runs code, nor a name that is taken', () => {
    expect(() => defineRichTextFeature({ name: 'code2', elements: { script: [] } })).toThrow(/<script>/);
    expect(() => defineRichTextFeature({ name: 'code3', elements: { b: ['onclick'] } })).toThrow(/onclick/);
    expect(() => defineRichTextFeature({ name: 'bold', elements: { b: [] } })).toThrow(/two features/);
  });

  it('that nobody defined are known as such', () => {
    expect(unknownFeatures(['bold', highlight, { name: 'blink', elements: { blink: [] } }])).toEqual(['blink']);
  });
});

describe('rich text that somebody sends past the editor', () => {
  it.each([
    '<script>alert(1)</script>',
    '<p><svg/onload=alert(1)></p>',
    '<p/onclick=alert(1)>x</p>',
    '<p\fonclick=alert(1)>x</p>',
    '<b style="background:url(javascript:1)">x</b>',
    '<b class="x">x</b>',
    '<a href="/x"onclick="alert(1)">x</a>',
    "<a href='/x'\nonmouseover='alert(1)'>x</a>",
    '<a target="_blank" ping="//evil.example" href="/x">x</a>',
    '<form><button formaction="javascript:alert(1)">x</button></form>',
    '<video poster="javascript:alert(1)"></video>',
    '<xmp><img src=x onerror=alert(1)></xmp>',
    '<p><noscript><p title="</noscript><img src=x onerror=alert(1)>"></p>',
    '<select><option>&lt;img src=x onerror=alert(1)&gt;</option></select>',
    '<textarea>&lt;/textarea&gt;&lt;img src=x onerror=alert(1)&gt;</textarea>',
    '<title><a href="</title><img src=x onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<svg><p><style><g title="</style><img src onerror=alert(1)>"></p></svg>',
    '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
    '<base href="//evil.example/">',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    '<object data="data:text/html,<script>1</script>"></object>',
    '<plaintext>',
    // Comments end elsewhere in browsers than in other readers.
    '<p>a</p><!-- b -->',
    '<!--><img src=x onerror=alert(1)>-->',
    '<!--x--!><img src=x onerror=alert(1)>-->',
    '<![CDATA[><img src=x onerror=alert(1)>]]>',
    '<!doctype x><p>a</p>',
    '<?xml version="1.0"?><p>a</p>',
    '</%><p>a</p>',
    '<!-- ',
    // What stands behind the text would become part of its last tag.
    '<p>a</p><img src=x onerror=alert(1) ',
    '<p>a</p><a href="',
    "<p>a</p><a href='/x",
    '<p>a</p></p ',
    '<p>a</p><',
    '<a',
  ])('is refused: %s (E02, E04)', (html) => {
    expect(faults(richText(), html).length).toBeGreaterThan(0);
  });

  it.each([
    '<p>1 < 2 > 0 &amp; &lt;b&gt;</p>',
    'bare words',
    '<p>a<br>b<br/></p>',
    '<P>A</P>',
    '<p>a',
    '<ul><li>a<li>b</ul>',
  ])('is taken as it is when it does nothing: %s', (html) => expect(faults(richText(), html)).toEqual([]));
});

describe('links and embeds', () => {
  it('are allowed by the feature of their handler, with its attributes', () => {
    expect(faults(richText(), '<p><a linktype="plant" id="3">x</a></p>')).toEqual([]);
    expect(faults(richText(), '<p><a linktype="plant" id="3" href="/x">x</a></p>')).toEqual([
      'The attribute “href” is not allowed on <a>.',
    ]);
    expect(faults(richText({ features: ['bold', 'documentLink'] }), '<p><a linktype="plant" id="3">x</a></p>')).toEqual(
      ['No links here.'],
    );
    expect(faults(richText(), '<p><a linktype="plant" id="x">x</a></p>')).toEqual([
      'A <a> of the type “plant” points at nothing.',
    ]);
    expect(faults(richText({ features: ['image', highlight] }), '<embed embedtype="map" place=""/>')).toEqual([
      'A map of what?',
    ]);
  });

  it('of types nobody registered are refused', () => {
    expect(faults(richText(), '<p><a linktype="star" id="3">x</a></p>')).toEqual([
      'Links of the type “star” are not known.',
    ]);
    expect(faults(richText(), '<embed embedtype="star"/>')).toEqual(['Embeds of the type “star” are not known.']);
  });

  it('are found as references', () => {
    expect(richTextReferences('<p><a linktype="plant" id="3">x</a> <a href="/">y</a></p>')).toEqual([
      { targetType: 'plant', id: 3 },
    ]);
  });

  it('are expanded, and everything else stays byte for byte', () => {
    const html = '<p class=x>A &amp; <a linktype="plant" id="3">link</a><br>, <a linktype="plant" id="4">gone</a>, <a href="/y">y</a></p>'
      + '<embed embedtype="map" place="A &quot;b&quot;"/><embed embedtype="map" place="nowhere"/><embed embedtype="star"/>'; // prettier-ignore
    expect(expandRichText(html, ({ provider, id }) => (id === 3 ? `/${provider}/?a=1&b=2` : null))).toBe(
      '<p class=x>A &amp; <a href="/plants/?a=1&amp;b=2">link</a><br>, <a>gone</a>, <a href="/y">y</a></p>'
      + '<img src="/map" alt="A &quot;b&quot;"/><embed embedtype="star"/>',
    ); // prettier-ignore
  });
});

describe('the length of rich text', () => {
  it('counts what people read: no markup, no breaks, and a letter beyond the first plane once', () => {
    expect(readRichText('<p>a<b>b</b><br/>c</p>\n<p>🌿</p>').length).toBe(4);
    expect(faults(richText({ maxLength: 2 }), '<p>a<b>b</b></p><p>c</p>')).toEqual(['At most 2 characters.']);
    expect(faults(richText({ minLength: 3 }), '<p>a<b>b</b></p>')).toEqual(['At least 3 characters.']);
  });
});
