import type { Names } from '../names.js';
import type { Scaffold } from '../scaffold.js';
import { typeTest } from './page-type.js';

/** A snippet type with two fields, and a test of its form. */
export function snippetScaffold({ pascal, kebab, words }: Names, app: string): Scaffold {
  return {
    files: [
      {
        path: `${kebab}.ts`,
        source: `import { CharField, SnippetContent, SnippetType, TextField } from '@pipit/cms';

/** ${words}: say here what it is for. */
@SnippetType({ app: '${app}', icon: 'note' })
export class ${pascal} extends SnippetContent {
  @CharField({ maxLength: 120, required: true, search: true })
  name!: string;

  @TextField()
  description!: string;
}
`,
      },
      { path: `${kebab}.spec.ts`, source: typeTest(pascal, kebab, words, ['name', 'description'], '/fields/name') },
    ],
    type: { name: pascal, from: kebab },
    next: [
      'Run npm run pipit -- makemigrations, then npm run pipit -- migrate.',
      `Link to one from a page: @SnippetLinkField(() => ${pascal}).`,
    ],
  };
}
