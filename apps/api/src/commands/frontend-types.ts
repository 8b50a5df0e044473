import type { ContentOpenApi } from '@pipit/cms';

const HEADER = `/**
 * What the content API of this site prints. Written by \`npm run pipit -- types\`: change the declarations and write it
 * again, not this file. Members that only \`fields=\` brings are optional.
 */
/* eslint-disable */
`;

/** Parts of a document that has schemas only. */
const NOTHING = /^export type [$\w]+ = Record<string, never>;\n/gm;

/** TypeScript types of everything the content API prints: one per type and per block, streams as unions. */
export async function frontendTypes(document: ContentOpenApi): Promise<string> {
  // Loaded here, as only this command needs the compiler behind it.
  const { default: openApiTypes, astToString } = await import('openapi-typescript');
  const nodes = await openApiTypes({ ...structuredClone(document), paths: {} } as never, {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    immutable: true,
  });
  return HEADER + astToString(nodes).replaceAll(NOTHING, '') + siteOf(document);
}

interface Described {
  readonly get: {
    readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: Schema }> }>;
  };
}

interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly properties?: { readonly meta?: { readonly properties?: { readonly type?: { readonly const?: string } } } };
}

/** All of it by the names a client asks with: `createContentClient<Site>({ origin })` of @pipit/client takes it. */
function siteOf({ paths, components }: ContentOpenApi): string {
  const pages: string[] = [];
  const endpoints: string[] = [];
  const settings: string[] = [];
  for (const [path, described] of Object.entries(paths as Record<string, Described>)) {
    const schema = described.get.responses['200']?.content?.['application/json']?.schema;
    const names = (schema?.anyOf ?? [schema]).flatMap((each) => each?.$ref?.split('/').at(-1) ?? []);
    const [, endpoint] = /^\/api\/v2\/(.+)\/\{id\}\/$/.exec(path) ?? [];
    const [, settingsType] = /^\/api\/v2\/settings\/(.+)\/$/.exec(path) ?? [];
    if (endpoint === 'pages') {
      for (const name of names) {
        const type = (components.schemas[name] as Schema | undefined)?.properties?.meta?.properties?.type?.const;
        if (type !== undefined) pages.push(`    readonly ${JSON.stringify(type)}: ${name};`);
      }
    } else if (endpoint !== undefined)
      endpoints.push(`    readonly ${JSON.stringify(endpoint)}: ${names.join(' | ')};`);
    else if (settingsType !== undefined)
      settings.push(`    readonly ${JSON.stringify(settingsType)}: ${names.join(' | ')};`);
  }
  const member = (name: string, lines: readonly string[]): string[] => [`  readonly ${name}: {`, ...lines, '  };'];
  return [
    '',
    '/** All of it, for a typed client. */',
    'export interface Site {',
    ...member('pages', pages),
    ...member('endpoints', endpoints),
    ...member('settings', settings),
    '}',
    '',
  ].join('\n');
}
