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
  return HEADER + astToString(nodes).replaceAll(NOTHING, '');
}
