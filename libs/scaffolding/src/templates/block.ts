import type { Names } from '../names.js';
import type { Scaffold } from '../scaffold.js';

/** A block of two members, and a test of its values. */
export function blockScaffold({ camel, kebab, words }: Names): Scaffold {
  return {
    files: [
      {
        path: `${kebab}.ts`,
        source: `import { optional, struct, text, type ValueOf } from '@pipit/cms';

/** ${words}: say here what it shows. */
export const ${camel} = struct(
  {
    title: text({ maxLength: 120 }),
    note: optional(text({ maxLength: 500 })),
  },
  { icon: 'square', labelFormat: '{title}' },
);

/** What it holds. */
export type ${camel.charAt(0).toUpperCase() + camel.slice(1)}Value = ValueOf<typeof ${camel}>;
`,
      },
      {
        path: `${kebab}.spec.ts`,
        source: `import { declaredBlock } from '@pipit/testing';
import { ${camel} } from './${kebab}.js';

describe('${words}', () => {
  const block = declaredBlock(${camel});

  it('takes what it is made for', () => {
    expect(block.faults({ title: 'Larch wood', note: '' })).toEqual([]);
  });

  it('asks for a title before it is published', () => {
    expect(block.faults({})).toEqual(['/title']);
  });
});
`,
      },
    ],
    next: [`Name it in a stream: stream({ …, ${camel} }).`],
  };
}
