import { renderRichText, richTextToText, type RichTextTargets } from './render.ts';
import { safeAddress } from './safety.ts';

const targets: RichTextTargets = {
  page: (id) => (id === 3 ? '/visit/' : null),
  document: (id) => (id === 4 ? { href: '/documents/4/map.pdf', title: 'Map' } : null),
  image: (id) =>
    id === 5
      ? { src: '/media/a.jpg?w=960', srcset: '/media/a.jpg?w=320 320w', width: 1600, height: 1000, alt: 'A map' }
      : null,
};
const render = (stored: string): string => renderRichText(stored, targets);

describe('rich text', () => {
  it('links pages and documents by what they are now', () => {
    expect(render('<p><a linktype="page" id="3">Visit</a> <a linktype="document" id="4">map</a></p>')).toBe(
      '<p><a href="/visit/">Visit</a> <a href="/documents/4/map.pdf" class="file" download>map</a></p>',
    );
  });

  it('keeps the words of a link whose page is gone', () => {
    expect(render('<p><a linktype="page" id="99">Visit</a> us</p>')).toBe('<p>Visit us</p>');
  });

  it('shows embedded images as figures, with the text given for this place', () => {
    const html = render('<embed embedtype="image" id="5" format="left" alt="The line &amp; its stops"/>');
    expect(html).toContain('<figure class="inline-picture left"><img src="/media/a.jpg?w=960"');
    expect(html).toContain('alt="The line &amp; its stops"');
    expect(render('<embed embedtype="image" id="5" format="left&quot; onload=x" alt=""/>')).toContain(
      'class="inline-picture fullwidth"',
    );
    expect(render('<embed embedtype="image" id="9" alt=""/>')).toBe('');
  });

  it('lets nothing through that runs', () => {
    expect(render('<p onclick="x()">a<script>alert(1)</script><b style="x">b</b></p>')).toBe('<p>a<b>b</b></p>');
    expect(render('<a href="java\u0000script:alert(1)">x</a><a href=" JaVaScRiPt:x">y</a>')).toBe('xy');
    expect(render('<svg><a href="/x">in</a></svg>after')).toBe('after');
    expect(render('<p>1 < 2 & "3"</p>')).toBe('<p>1 &lt; 2 &amp; &quot;3&quot;</p>');
  });

  it('closes what was left open', () => {
    expect(render('<ul><li><b>bold</li></ul>after')).toBe('<ul><li><b>bold</b></li></ul>after');
  });

  it('has a plain form for descriptions', () => {
    expect(richTextToText('<p>One</p><p>two <b>three</b></p>')).toBe('One two three');
  });
});

describe('addresses', () => {
  it('follow harmless schemes only', () => {
    expect(['https://a.example/', 'mailto:a@b.example', 'tel:+41', '/visit/', '#top'].map(safeAddress)).not.toContain(
      null,
    );
    expect(['javascript:1', 'data:text/html,x', 'vbscript:x', '', null].map(safeAddress)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
