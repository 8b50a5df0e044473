import { lossesOf } from './fidelity';
import { readHtml } from './read';
import { writeHtml } from './write';

const roundTrip = (html: string): string => writeHtml(readHtml(html));

describe('stored rich text', () => {
  it.each([
    ['paragraphs with the keys of their blocks', '<p data-block-key="2t5ek">One</p><p data-block-key="x">Two</p>'],
    ['marks', '<p><b>bold</b> <i>italic</i> <s>struck</s> x<sup>2</sup> H<sub>2</sub>O <code>code</code></p>'],
    ['marks in marks', '<p><b>one <i>two</i> three</b></p>'],
    ['a link to a page', '<p>See <a linktype="page" id="3">here</a>.</p>'],
    ['a link to a page, attributes the other way round', '<p>See <a id="3" linktype="page">here</a>.</p>'],
    ['a link to a document', '<p><a id="2" linktype="document">PDF</a></p>'],
    ['a link out with a title', '<p><a href="https://example.org/?a=1&amp;b=2" title="There">out</a></p>'],
    ['a link to a place on the page', '<p><a href="#top">up</a></p>'],
    ['headings', '<h2 data-block-key="a">Two</h2><h3>Three</h3><h6>Six</h6>'],
    ['lists', '<ul><li data-block-key="a">One</li><li>Two<ul><li>Deeper</li></ul></li></ul><ol><li>First</li></ol>'],
    ['a list that starts later', '<ol start="4"><li>Four</li></ol>'],
    ['a list of paragraphs', '<ul><li><p>One</p><p>More</p></li></ul>'],
    ['a quote', '<blockquote data-block-key="q">Quiet water.</blockquote>'],
    ['a quote of paragraphs', '<blockquote><p>One</p><p>Two</p></blockquote>'],
    ['a line', '<p>a</p><hr/><p>b</p>'],
    ['line breaks', '<p>one<br/>two</p>'],
    ['an image between paragraphs', '<p>a</p><embed alt="Boats" embedtype="image" format="left" id="5"/><p>b</p>'],
    [
      'images within a paragraph',
      '<p><embed alt="A" embedtype="image" format="left" id="10"/><embed alt="" embedtype="image" format="right" id="11"/>words</p>',
    ],
    [
      'media',
      '<embed embedtype="media" url="https://www.youtube.com/watch?v=ofCHfv2lOTE"/><p data-block-key="dlchc"></p>',
    ],
    ['an embed nobody knows', '<p>a</p><embed embedtype="map" lat="1"/>'],
    ['signs that mean something in HTML', '<p>1 &lt; 2 &amp; 3 &gt; 2</p>'],
  ])('gives back %s letter by letter', (_, html) => {
    expect(roundTrip(html)).toBe(html);
    expect(lossesOf(html)).toEqual([]);
  });

  it.each([
    [
      'other names of the same marks',
      '<p><strong>bold</strong> <em>italic</em> <del>gone</del></p>',
      '<p><b>bold</b> <i>italic</i> <s>gone</s></p>',
    ],
    ['marks nested the other way', '<p><i><b>both</b></i></p>', '<p><b><i>both</i></b></p>'],
    ['spans that say nothing', '<p><span>plain</span></p>', '<p>plain</p>'],
    ['line ends', '<p>one\n  two</p>\n<p>three</p>', '<p>one two</p><p>three</p>'],
    ['loose words', 'Plain <b>words</b>', '<p>Plain <b>words</b></p>'],
    ['a loose line break', '<br/><p>a</p>', '<p><br/></p><p>a</p>'],
  ])('writes %s in one form and counts that as no loss', (_, html, written) => {
    expect(roundTrip(html)).toBe(written);
    expect(lossesOf(html)).toEqual([]);
  });

  it.each([
    ['<p>a</p><table><tr><td>cell</td></tr></table>', ['<table>', '<tr>', '<td>']],
    ['<p style="color:red">kept</p>', []],
    ['<p><span style="color:red">red</span></p>', ['<span>']],
    ['<p>a</p><script>alert(1)</script>', ['<script>']],
    ['<p><b class="lead">a</b></p>', ['<b>']],
    ['<p><mark>a</mark></p>', ['<mark>']],
    ['<p><img src="a.png"/></p>', ['<img>']],
    ['<p>a<!-- note --></p>', ['<!-- -->']],
    ['<div class="box"><p>a</p></div>', ['<div>']],
  ])('says what would be lost of %s', (html, losses) => {
    expect(lossesOf(html)).toEqual(losses);
  });

  it('writes a paragraph that became a list item or a quote without the paragraph', () => {
    const [paragraph] = readHtml('<p data-block-key="k">one</p>').content!;
    const list = {
      type: 'doc',
      content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph!] }] }],
    };
    expect(writeHtml(list)).toBe('<ul><li data-block-key="k">one</li></ul>');
    expect(writeHtml({ type: 'doc', content: [{ type: 'blockquote', content: [paragraph!] }] })).toBe(
      '<blockquote data-block-key="k">one</blockquote>',
    );
  });

  it('reads the empty text as an empty document and writes it as nothing', () => {
    expect(readHtml('')).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
    expect(roundTrip('')).toBe('');
    for (const empty of ['', ' \n', '<p></p>', '<p data-block-key="a"></p>', '<p></p><p></p>', '<p> </p>'])
      expect(lossesOf(empty)).toEqual([]);
  });

  it('writes what was changed of an embed and keeps the rest', () => {
    const doc = readHtml('<embed alt="Old" embedtype="image" id="5" data-x="1"/>');
    doc.content![0]!.attrs!.alt = 'New & "quoted"';
    expect(writeHtml(doc)).toBe('<embed alt="New &amp; &quot;quoted&quot;" embedtype="image" id="5" data-x="1"/>');
  });
});
