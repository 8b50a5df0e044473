import type { EditorExtensionManifest, PipitEditorKit } from './contract';
import { loadExtensions } from './load';
import { manifestFault } from './manifest-faults';
import { extensions, forgetExtensions } from './registry';

const Shown = () => null;
const kit = { defineExtension: (manifest: EditorExtensionManifest) => manifest } as unknown as PipitEditorKit;
const listed = (...names: string[]) => names.map((name) => ({ name, url: `/${name}.js` }));

/** Loads modules given by their manifests; a function stands for the whole module. */
const from = (modules: Record<string, unknown>) => ({
  kit,
  knownKinds: ['char'],
  patience: 50,
  load: async (url: string) => {
    const module = modules[url.slice(1, -3)];
    if (module instanceof Error) throw module;
    return module === 'never' ? new Promise<never>(() => undefined) : { default: module };
  },
});

beforeEach(forgetExtensions);

describe('loading extensions', () => {
  it('makes what they bring known by name', async () => {
    await loadExtensions(
      listed('maps'),
      from({
        maps: () => ({
          name: 'maps',
          controls: { place: { Control: Shown, layout: 'label' } },
          panels: { nearby: Shown },
          richText: { highlight: { label: 'Highlight', icon: 'star', stored: { mark: ['mark'] } } },
          screens: [{ path: 'atlas', label: 'Atlas', icon: 'map', Component: Shown }],
        }),
      }),
    );
    const all = extensions();
    expect([...all.controls.keys(), ...all.panels.keys(), ...all.richText.keys()]).toEqual([
      'place',
      'nearby',
      'highlight',
    ]);
    expect(all.screens.map((screen) => screen.path)).toEqual(['atlas']);
    expect(all.problems).toEqual([]);
  });

  it('leaves out one that fails, says why, and goes on with the others', async () => {
    await loadExtensions(
      listed('gone', 'slow', 'bare', 'throws', 'good'),
      from({
        gone: new Error('404'),
        slow: 'never',
        bare: undefined,
        throws: () => {
          throw new Error('no map');
        },
        good: () => ({ name: 'good', panels: { nearby: Shown } }),
      }),
    );
    expect(extensions().problems).toEqual([
      { name: 'gone', message: '404' },
      { name: 'slow', message: 'It did not load in time.' },
      { name: 'bare', message: 'Its module has no function as default export.' },
      { name: 'throws', message: 'no map' },
    ]);
    expect(extensions().panels.has('nearby')).toBe(true);
  });

  it('lets none replace a control of the editor or of another extension', async () => {
    const control = (name: string, kind: string) => () => ({
      name,
      controls: { [kind]: { Control: Shown, layout: 'label' } },
      panels: { [name]: Shown },
    });
    await loadExtensions(
      listed('first', 'second', 'third'),
      from({ first: control('first', 'place'), second: control('second', 'place'), third: control('third', 'char') }),
    );
    expect(extensions().problems.map(({ name, message }) => `${name}: ${message}`)).toEqual([
      'second: “place” is there already.',
      'third: “char” is there already.',
    ]);
    expect([...extensions().panels.keys()]).toEqual(['first']);
  });
});

describe('a manifest', () => {
  it.each([
    [null, 'returns no manifest'],
    [{ name: 'other' }, 'is called “other”'],
    [{ name: 'maps', controls: { place: {} } }, 'The control of “place” has no component.'],
    [{ name: 'maps', panels: { nearby: 'x' } }, 'The panel “nearby” is no component.'],
    [{ name: 'maps', screens: {} }, 'screens a list'],
    [{ name: 'maps', screens: [{ path: '../x', Component: Shown }] }, 'A screen needs a path'],
    [{ name: 'maps', richText: { mark: { label: 'Mark', stored: { mark: ['<b>'] } } } }, 'names no tag'],
    [{ name: 'maps', richText: { map: { label: 'Map', stored: { embed: 'map' } } } }, 'has no components'],
  ])('like %j is refused with the reason', (manifest, reason) => {
    expect(manifestFault(manifest, 'maps')).toContain(reason);
  });

  it('may be empty but for its name', () => {
    expect(manifestFault({ name: 'maps' }, 'maps')).toBeNull();
  });
});
