import { withCompilerPath, withNestProject } from './write-plugin.js';

describe('a new plugin', () => {
  it('is registered with the builder before the application', () => {
    const source = '{\n  "projects": {\n    "api": {\n      "type": "application"\n    }\n  }\n}\n';
    const changed = withNestProject(source, 'maps') ?? '';
    expect(Object.keys((JSON.parse(changed) as { projects: object }).projects)).toEqual(['maps', 'api']);
    expect(changed).toContain('"root": "libs/contrib/maps"');
  });

  it('is registered with the compiler before the other plugins', () => {
    const source = '{\n  "paths": {\n      "@pipit/contrib/x": ["./x"]\n  }\n}\n';
    const changed = JSON.parse(withCompilerPath(source, 'maps') ?? '') as { paths: object };
    expect(changed.paths).toEqual({
      '@pipit/contrib/maps': ['./libs/contrib/maps/src/index.ts'],
      '@pipit/contrib/x': ['./x'],
    });
  });

  it('is not registered where there is no place for it', () => {
    expect([withNestProject('{}', 'maps'), withCompilerPath('{}', 'maps')]).toEqual([null, null]);
  });
});
