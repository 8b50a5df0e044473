import { sanitiseSvg } from './svg-sanitiser.js';
import { cropViewBox, svgFrame } from './svg-size.js';

function clean(inner: string): string {
  return sanitiseSvg(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`).text;
}

describe('a sanitised drawing', () => {
  it('keeps what draws', () => {
    const drawing =
      '<g transform="scale(2)"><path d="M0 0L1 1" fill="url(#a)"></path><text x="1">A &amp; B &lt;</text></g>';
    expect(clean(drawing)).toBe(`<svg xmlns="http://www.w3.org/2000/svg">${drawing}</svg>`);
    expect(clean('<style>.a{fill:#f00}</style><linearGradient id="a"/>')).toContain('<style>.a{fill:#f00}</style>');
    expect(clean('<use xlink:href="#x"/><image href="data:image/png;base64,AAAA"/>')).toContain('href="data:image/png');
  });

  it.each([
    '<script>alert(1)</script>',
    '<SCRIPT>alert(1)</SCRIPT>',
    '<g onclick="alert(1)"/>',
    '<rect ONLOAD="alert(1)"/>',
    '<a href="javascript:alert(1)"><text>alert</text></a>',
    '<use href="http://evil.example/alert.svg#a"/>',
    '<use href="data:image/svg+xml;base64,alert"/>',
    '<image xlink:href="//evil.example/alert.png"/>',
    '<style>@import "http://alert.example";</style>',
    '<style>a{b:url("http://alert.example")}</style>',
    '<style>a{b:u\\72l(http://alert.example)}</style>',
    '<rect style="fill:url(http://alert.example)"/>',
    '<rect fill="url(https://alert.example/#a)"/>',
    '<foreignObject><iframe src="alert"/></foreignObject>',
    '<animate attributeName="href" to="alert"/>',
    '<set attributeName="onclick" to="alert(1)"/>',
    '<handler>alert(1)</handler>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    '<metadata><rdf:RDF xmlns:rdf="x">alert</rdf:RDF></metadata>',
  ])('loses %s', (inner) => {
    expect(clean(inner).replace('<animate to="alert">', '')).not.toMatch(/alert/);
  });

  it('cannot break out of its text or attributes', () => {
    expect(clean('<text>&lt;script&gt;</text><text id="&quot;&gt;&lt;script&gt;"/>')).not.toContain('<script');
    expect(clean('<text><![CDATA[<script>]]></text>')).not.toContain('<script');
  });

  it.each([
    '',
    'text',
    '<html/>',
    '<svg',
    '<g><svg/></g>',
    '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>',
    '<svg/>'.slice(0, 3),
  ])('is not made of %j', (source) =>
    expect(() => sanitiseSvg(source)).toThrow(expect.objectContaining({ code: 'image_refused' })),
  );

  it('is refused quickly when it is nested without end', () => {
    expect(() => sanitiseSvg(`<svg>${'<g>'.repeat(100_000)}`)).toThrow(/nested/);
  });
});

describe('the size of a drawing', () => {
  it.each([
    [{}, [300, 150]],
    [{ viewBox: '0 0 24 12' }, [24, 12]],
    [{ width: '50' }, [50, 50]],
    [{ height: '2in', viewBox: '0 0 1 1' }, [192, 192]],
    [{ width: '100%', height: '100%', viewBox: '0 0 10 20' }, [10, 20]],
    [{ width: '1280.000000pt', height: '1266.000000pt' }, [1280 * (96 / 72), 1266 * (96 / 72)]],
    [{ width: '-5', height: 'abc' }, [300, 150]],
    [{ width: '3em', height: '1pc' }, [48, 16]],
  ])('%j', (attributes, [width, height]) => {
    expect(svgFrame(attributes as Record<string, string>).size).toEqual({ width, height });
  });

  it('crops by the view box, whatever way the drawing is fitted in', () => {
    const crop = { left: 50, top: 0, right: 150, bottom: 100 };
    const frame = svgFrame({ width: '200', height: '100', viewBox: '0 0 20 10' });
    expect(cropViewBox(frame, crop)).toEqual({ x: 5, y: 0, width: 10, height: 10 });
    const centred = svgFrame({ width: '200', height: '100', viewBox: '10 10 10 10' });
    expect(cropViewBox(centred, crop)).toEqual({ x: 10, y: 10, width: 10, height: 10 });
    const stretched = svgFrame({ width: '200', height: '100', viewBox: '0 0 10 10', preserveAspectRatio: 'none' });
    expect(cropViewBox(stretched, crop)).toEqual({ x: 2.5, y: 0, width: 5, height: 10 });
  });
});
