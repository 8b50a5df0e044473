import type { ControlProps, EditorExtensionFactory, ExtensionPanelProps } from '@pipit/editor/extensions';

/** One of each thing an extension can bring. */
const extension: EditorExtensionFactory = ({ React, ui, parts, request, defineExtension }) => {
  const h = React.createElement;

  /** As many buttons as there are stars. */
  function Rating({ field, value, set, id, labelId, readOnly }: ControlProps<number | null>) {
    const most = Number(field.options.max ?? 5);
    const star = (index: number) =>
      h(
        'button',
        {
          key: index,
          id: index === 0 ? id : undefined,
          type: 'button',
          role: 'radio',
          'aria-checked': value === index + 1,
          'aria-label': `${index + 1} of ${most}`,
          disabled: readOnly,
          onClick: () => set(index + 1),
        },
        (value ?? 0) > index ? '★' : '☆',
      );
    return h(
      'div',
      { role: 'radiogroup', 'aria-labelledby': labelId },
      Array.from({ length: most }, (_, index) => star(index)),
    );
  }

  /** Says what the value of a field is, and sets it. */
  function Tally({ options, values, set, field }: ExtensionPanelProps) {
    const name = String(options['of']);
    return h(
      'section',
      { 'aria-label': 'Tally' },
      field(name),
      h(parts.Note, null, `${String(values[name] ?? 0)} stars so far`),
      h('button', { type: 'button', onClick: () => set(name, 1) }, 'Start with one'),
    );
  }

  /** A screen that asks the server something. */
  function Types({ rest }: { rest: string }) {
    const [count, setCount] = React.useState<number | null>(null);
    React.useEffect(() => {
      void request<{ items: unknown[] }>('/content-types').then(({ items }) => setCount(items.length));
    }, []);
    return h(ui.Stack, { p: 28 }, h('h1', null, 'Types'), h('p', null, `${count ?? '…'} types ${rest}`));
  }

  return defineExtension({
    name: 'catalogue',
    controls: { rating: { Control: Rating, layout: 'group', summary: (value) => `${String(value)} stars` } },
    panels: { tally: Tally },
    richText: {
      highlight: { label: 'Highlight', icon: 'star', shortcut: 'Mod-Shift-h', stored: { mark: ['mark'] } },
    },
    screens: [{ path: 'types', label: 'Types', icon: 'category', Component: Types }],
  });
};

export default extension;
