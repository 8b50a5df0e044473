import { cleanPasted } from './paste-clean';

describe('pasted text', () => {
  it('from Word loses its wrappers and keeps what is meant', () => {
    const html = `<html xmlns:o="urn"><head><style>p.MsoNormal{margin:0}</style></head><body>
      <!--StartFragment--><p class="MsoNormal" style="margin:0cm"><b style="mso-bidi-font-weight:normal">Open</b> daily<o:p></o:p></p>
      <p class="MsoNormal"><span style="font-style:italic">from nine</span></p><!--EndFragment--></body></html>`;
    expect(cleanPasted(html).replace(/\s*\n\s*/g, '')).toBe('<p><b>Open</b> daily</p><p><i>from nine</i></p>');
  });

  it('from Word has lists where its paragraphs only look like some', () => {
    const item = (level: number, words: string, kind = 'Bullet') =>
      `<p class="MsoList${kind}" style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">· </span>${words}</p>`;
    expect(
      cleanPasted(item(1, 'One') + item(2, 'Deeper') + item(1, 'Two') + '<p>After</p>' + item(1, 'A', 'Number')),
    ).toBe('<ul><li>One<ul><li>Deeper</li></ul></li><li>Two</li></ul><p>After</p><ol><li>A</li></ol>');
  });

  it('from Google Docs is bold only where it says so', () => {
    const html =
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Strong</span><span style="font-weight:400"> and </span><span style="text-decoration:line-through">gone</span></p></b>';
    expect(cleanPasted(html)).toBe('<p><b>Strong</b> and <s>gone</s></p>');
  });

  it.each([
    ['scripts and styles', '<p>a</p><script>alert(1)</script><style>p{}</style>', '<p>a</p>'],
    ['attributes but the address of a link', '<p class="x"><a href="https://a.example/" target="_blank" onclick="x()">a</a></p>', '<p><a href="https://a.example/">a</a></p>'],
    ['divisions around words', '<div>One</div><div>Two</div>', '<p>One</p><p>Two</p>'],
    ['divisions around paragraphs', '<div><p>One</p></div>', '<p>One</p>'],
  ])('loses %s', (_, html, expected) => expect(cleanPasted(html)).toBe(expected)); // prettier-ignore

  it('from the editor itself keeps its pictures and embeds', () => {
    const html = '<p data-pm-slice="1 1 []">a <embed embedtype="image" id="3"/></p>';
    expect(cleanPasted(html)).toBe(html);
  });
});
