import { createConfig, lintFromString } from '@redocly/openapi-core';
import { routesOf } from '../../support/routes.js';
import { useWorld } from '../../support/world/world.js';

interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, unknown>;
  readonly security?: unknown;
}

describe('the OpenAPI document', () => {
  const world = useWorld();
  const fetchDocument = async () => (await world().client().get('/api/openapi.json')).body;
  const operations = async (): Promise<[string, Operation][]> => {
    const { paths } = await fetchDocument();
    return Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    );
  };

  it('is a valid document of version 3.1', async () => {
    const document = await fetchDocument();
    expect(document.openapi).toMatch(/^3\.1/);
    const config = await createConfig({
      rules: { struct: 'error', 'no-unresolved-refs': 'error', 'path-parameters-defined': 'error' },
    });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
  });

  it('names every route of the management API', async () => {
    const documented = new Set((await operations()).map(([name]) => name));
    const ours = routesOf(world().app).filter((route) => /^(?!HEAD|OPTIONS)\w+ \/api\/admin\/v1/.test(route));
    expect(ours.length).toBeGreaterThan(40);
    expect(ours.filter((route) => !documented.has(route))).toEqual([]);
  });

  it('gives every operation a readable name of its own', async () => {
    const ids = (await operations()).map(([, operation]) => operation.operationId);
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id))).toEqual([]);
    expect(ids).toEqual(
      expect.arrayContaining(['listPages', 'getPage', 'createPage', 'editPage', 'movePage', 'listRecords']),
    );
  });

  it('tells of each guarded operation that it may be refused', async () => {
    const silent = (await operations()).filter(([name, { security, responses }]) =>
      name.includes('/api/admin/') && security ? !('401' in responses) : false,
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});
