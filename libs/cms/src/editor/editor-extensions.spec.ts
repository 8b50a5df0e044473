import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { EditorExtensions } from './editor-extensions.js';

describe('extensions of the editor', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pipit-extensions-'));
  const file = path.join(folder, 'maps.js');
  let extensions: EditorExtensions;

  beforeEach(() => {
    writeFileSync(file, 'export default () => ({ name: "maps" });');
    extensions = new EditorExtensions();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are listed with a version made of their content', () => {
    extensions.register({ name: 'maps', file });
    const [first] = extensions.all();
    writeFileSync(file, 'export default () => ({ name: "maps", screens: [] });');
    const changed = new EditorExtensions();
    changed.register({ name: 'maps', file: pathToFileURL(file) });

    expect(first!.version).toMatch(/^[0-9a-f]{16}$/);
    expect(changed.all()[0]!.version).not.toBe(first!.version);
  });

  it('are found by name and version only', () => {
    extensions.register({ name: 'maps', file });
    const { version } = extensions.all()[0]!;
    expect(extensions.find('maps', version)?.toString()).toContain('name: "maps"');
    expect(extensions.find('maps', 'another')).toBeUndefined();
    expect(extensions.find('charts', version)).toBeUndefined();
  });

  it('stop the boot when two have one name, a name is odd or a file is missing', () => {
    extensions.register({ name: 'maps', file });
    expect(() => extensions.register({ name: 'maps', file })).toThrow('Two editor extensions are called “maps”');
    expect(() => extensions.register({ name: '../maps', file })).toThrow('lower-case letters');
    expect(() => extensions.register({ name: 'charts', file: path.join(folder, 'charts.js') })).toThrow(
      'The file of the editor extension “charts” cannot be read',
    );
  });
});
