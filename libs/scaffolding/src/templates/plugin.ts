import type { Names } from '../names.js';
import type { Scaffold } from '../scaffold.js';

/** A plugin with a hook that refuses, an event it hears, and a test of the hook. */
export function pluginScaffold({ pascal, camel, kebab, words }: Names): Scaffold {
  return {
    files: [
      { path: 'README.md', source: readme(words, camel, kebab) },
      {
        path: 'src/index.ts',
        source: `/** ${words}: say here what it is for. */
export { ${camel} } from './${kebab}.plugin.js';
`,
      },
      {
        path: `src/${kebab}.plugin.ts`,
        source: `import type { Plugin } from '@pipit/cms';
import { ${pascal}Module } from './${kebab}.module.js';

/** ${words}, for the list of plugins of a project. */
export const ${camel}: Plugin = {
  name: '${kebab}',
  module: ${pascal}Module,
};
`,
      },
      {
        path: `src/${kebab}.module.ts`,
        source: `import { Module } from '@nestjs/common';
import { ${pascal}Rules } from './${kebab}.rules.js';

/** Its providers are found by their decorators. */
@Module({ providers: [${pascal}Rules] })
export class ${pascal}Module {}
`,
      },
      {
        path: `src/${kebab}.rules.ts`,
        source: `import { Injectable, Logger } from '@nestjs/common';
import { BeforePublish, Hook, OnEvent, PagePublished } from '@pipit/cms';

/** What has to be right before a page goes live, and what happens afterwards. */
@Injectable()
export class ${pascal}Rules {
  private readonly logger = new Logger('${words}');

  /** Inside the transaction: may refuse. */
  @Hook(BeforePublish)
  refusesUnfinished(hook: BeforePublish): void {
    if (String(hook.snapshot.base['title']).startsWith('TODO')) hook.reject('title', 'Finish the title first.');
  }

  /** After the commit, at least once: cannot refuse. */
  @OnEvent(PagePublished)
  notes({ title }: PagePublished): void {
    this.logger.log(\`“\${title}” is live.\`);
  }
}
`,
      },
      {
        path: `src/${kebab}.rules.spec.ts`,
        source: `import { BeforePublish, type Page, type Snapshot, type WriteCtx } from '@pipit/cms';
import { ${pascal}Rules } from './${kebab}.rules.js';

describe('${words}', () => {
  const rules = new ${pascal}Rules();
  const publishing = (title: string) => {
    const snapshot = { base: { title }, fields: {} } as unknown as Snapshot;
    return () => rules.refusesUnfinished(new BeforePublish({} as WriteCtx, {} as Page, snapshot));
  };

  it('keeps an unfinished page offline, and says which field to mend', () => {
    expect(publishing('TODO: a title')).toThrow('Finish the title first.');
  });

  it('lets a finished page through', () => {
    expect(publishing('Larch wood')).not.toThrow();
  });
});
`,
      },
    ],
    next: [
      `Name it in the project: import { ${camel} } from '@pipit/contrib/${kebab}', and plugins: [${camel}].`,
      'The guide apps/docs/guide/a-plugin.md tells what else a plugin may bring.',
    ],
  };
}

function readme(words: string, camel: string, kebab: string): string {
  return `# ${kebab}

${words}: say here what it is for.

\`\`\`ts
plugins: [${camel}],
\`\`\`

## Owns

- a rule for pages about to go live, and a listener for those that are.

## Never

- imports anything of Pipit but \`@pipit/cms\`.
`;
}
