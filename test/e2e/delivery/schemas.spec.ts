import { createConfig, lintFromString } from '@redocly/openapi-core';
import type { JsonSchema } from '@pipit/cms';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ADMINISTRATOR, DEMO, startSite, type RunningSite } from '../../support/running-site.js';

interface Document {
  readonly openapi: string;
  readonly components: { readonly schemas: Record<string, JsonSchema> };
}

interface Listing {
  readonly meta: { readonly total_count: number };
  readonly items: { readonly id: number; readonly meta: { readonly type: string } }[];
}

interface Types {
  readonly items: { readonly name: string; readonly category: string }[];
}

/** Every object of the schemas, closed: members nobody described are faults. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).map(([name, value]) => [name, closed(value)]);
  return { ...Object.fromEntries(members), ...('properties' in schema ? { additionalProperties: false } : {}) };
}

const formats = addFormats as unknown as { default?: (ajv: Ajv2020) => void } & ((ajv: Ajv2020) => void);

function validator(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  (formats.default ?? formats)(ajv);
  return ajv;
}

/** The fault deepest inside: of a union, the one of the member that came closest. */
function innermost(errors: Ajv2020['errors']): string {
  const depth = ({ instancePath }: { instancePath: string }): number => instancePath.split('/').length;
  const [first] = [...(errors ?? [])].sort((a, b) => depth(b) - depth(a));
  return `${first?.instancePath} ${first?.message} ${JSON.stringify(first?.params)}`;
}

describe('the schemas of a site', () => {
  let site: RunningSite;
  beforeAll(async () => {
    site = await startSite(DEMO);
  }, 120_000);
  afterAll(() => site.stop());

  const get = async <T>(path: string, token?: string): Promise<T> => {
    const headers = token ? { authorization: `Bearer ${token}` } : undefined;
    const answer = await fetch(new URL(path, site.origin), { headers });
    expect([path, answer.status]).toEqual([path, 200]);
    return (await answer.json()) as T;
  };
  const signIn = async (): Promise<string> => {
    const answer = await fetch(new URL('/api/admin/v1/auth/login', site.origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADMINISTRATOR),
    });
    return ((await answer.json()) as { accessToken: string }).accessToken;
  };
  const all = async (endpoint: string): Promise<Listing['items']> => {
    const items: Listing['items'] = [];
    for (let total = 1; items.length < total;) {
      const page = await get<Listing>(`/api/v2/${endpoint}/?limit=20&offset=${items.length}`);
      total = page.meta.total_count;
      items.push(...page.items);
    }
    return items;
  };

  it('make a valid OpenAPI document of version 3.1', async () => {
    const document = await get<Document>('/api/v2/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    const config = await createConfig({
      rules: { struct: 'error', 'no-unresolved-refs': 'error', 'path-parameters-defined': 'error' },
    });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
  });

  it('describe every answer of the content API, no member too many or too few', async () => {
    const { components } = await get<Document>('/api/v2/openapi.json');
    const ajv = validator();
    ajv.addSchema({ $id: 'site', components: closed(components) as object });
    const faults: unknown[] = [];
    const check = (schema: string, value: unknown, where: string): void => {
      if (ajv.validate(`site#/components/schemas/${schema}`, value)) return;
      faults.push(`${where}${innermost(ajv.errors)}`);
    };
    let count = 0;
    for (const endpoint of ['pages', 'images', 'documents']) {
      for (const item of await all(endpoint)) {
        const name = item.meta.type.split('.')[1] ?? '';
        check(`${name}Listed`, item, `${endpoint} ${item.id} listed`);
        check(name, await get(`/api/v2/${endpoint}/${item.id}/`), `${endpoint} ${item.id}`);
        check(`${name}`, await get(`/api/v2/${endpoint}/${item.id}/?fields=*`), `${endpoint} ${item.id} whole`);
        count += 1;
      }
    }
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(80);
  }, 60_000);

  it('describe the fields of every page as they are stored', async () => {
    const token = await signIn();
    const types = await get<Types>('/api/admin/v1/content-types', token);
    const schemas = new Map<string, JsonSchema>();
    for (const { name } of types.items.filter(({ category }) => category === 'page')) {
      const { schema } = await get<{ schema: JsonSchema }>(`/api/admin/v1/content-types/${name}`, token);
      expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
      schemas.set(name, schema);
    }
    const ajv = validator();
    const faults: unknown[] = [];
    for (const { id } of await all('pages')) {
      const page = await get<{ type: string; fields: object }>(`/api/admin/v1/pages/${id}`, token);
      const schema = schemas.get(page.type);
      if (!schema) throw new Error(`There is no schema of ${page.type}.`);
      const own = schema['properties'] as object;
      const fields = Object.fromEntries(Object.entries(page.fields).filter(([name]) => name in own));
      if (!ajv.validate(schema, fields)) faults.push(`${id}${innermost(ajv.errors)}`);
    }
    expect(faults).toEqual([]);
  }, 60_000);

  it('tell the blocks of a stream apart by their type', async () => {
    const { components } = await get<Document>('/api/v2/openapi.json');
    const union = components.schemas['ArticlePageBodyBlock'];
    const mapping = (union?.['discriminator'] as { mapping: Record<string, string> }).mapping;
    expect(mapping['heading']).toBe('#/components/schemas/ArticlePageBodyHeading');
    expect((union?.['oneOf'] as unknown[]).length).toBe(Object.keys(mapping).length);
  });
});
