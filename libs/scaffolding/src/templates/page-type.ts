import type { Names } from '../names.js';
import type { Scaffold } from '../scaffold.js';

/** A page type with two fields, and a test of its form. `app` begins the name of the type and of its table. */
export function pageTypeScaffold({ pascal, kebab, words }: Names, app: string): Scaffold {
  return {
    files: [
      {
        path: `${kebab}.ts`,
        source: `import { CharField, PageContent, PageType, RichTextField } from '@pipit/cms';

/** ${words}: say here what it is for. */
@PageType({ app: '${app}', icon: 'file' })
export class ${pascal} extends PageContent {
  @CharField({ maxLength: 200, search: true })
  intro!: string;

  @RichTextField({ required: 'to-publish', search: true })
  body!: string;
}
`,
      },
      { path: `${kebab}.spec.ts`, source: typeTest(pascal, kebab, words, ['intro', 'body'], '/fields/body') },
    ],
    type: { name: pascal, from: kebab },
    next: ['Run npm run pipit -- makemigrations, then npm run pipit -- migrate.', 'Start the server and add a page.'],
  };
}

/** A test that the type is declared well, and that it asks for what it needs before publishing. */
export function typeTest(
  pascal: string,
  kebab: string,
  words: string,
  fields: readonly string[],
  required: string,
): string {
  const names = fields.map((name) => `'${name}'`).join(', ');
  return `import { declaredType } from '@pipit/testing';
import { ${pascal} } from './${kebab}.js';

describe('${words}', () => {
  const type = declaredType(${pascal});

  it('is declared without mistakes', () => {
    expect(type.problems).toEqual([]);
    expect(type.fields).toEqual([${names}]);
  });

  it('asks for what it needs before it is published', () => {
    expect(type.faults({})).toEqual(['${required}']);
  });
});
`;
}
