import type { Block, Field } from '../contract';
import { plainText } from '../model/plain-text';
import { summarise } from '../model/summary';
import css from './preview-card.module.css';

/** How a block looks when it is filled, in small, from the example its declaration gives. */
export function PreviewCard({ block }: { block: Block }) {
  return (
    <figure className={css.card} aria-label={`Example of ${block.label}`}>
      <Preview field={block} value={block.previewValue} />
    </figure>
  );
}

function Preview({ field, value }: { field: Field; value: unknown }) {
  switch (field.kind) {
    case 'struct':
      return (
        <div className={css.members}>
          {(field.options.fields ?? []).map((member) => {
            const inner = (value as Record<string, unknown> | null)?.[member.name];
            return isShown(inner) ? <Preview key={member.name} field={member} value={inner} /> : null;
          })}
        </div>
      );
    case 'list':
    case 'stream':
      return (
        <ul className={css.items}>
          {(Array.isArray(value) ? value : []).slice(0, 4).map((entry: unknown, index) => {
            const { type, value: inner = entry } = (entry ?? {}) as { type?: string; value?: unknown };
            const block =
              field.kind === 'list'
                ? (field.options.item as Block | undefined)
                : field.options.blocks?.find((candidate) => candidate.name === type);
            return <li key={index}>{block && <Preview field={block} value={inner} />}</li>;
          })}
        </ul>
      );
    case 'richText':
      return <p className={css.text}>{plainText(typeof value === 'string' ? value : '')}</p>;
    case 'blockquote':
      return <blockquote className={css.quote}>{String(value)}</blockquote>;
    case 'char':
      return <p className={css.line}>{String(value)}</p>;
    case 'table':
      return <PreviewTable rows={(value as { data?: unknown[][] } | null)?.data ?? []} />;
    default:
      return <p className={css.text}>{summarise(field, value) || field.label}</p>;
  }
}

function PreviewTable({ rows }: { rows: readonly unknown[][] }) {
  return (
    <table className={css.table}>
      <tbody>
        {rows.slice(0, 4).map((cells, row) => (
          <tr key={row}>
            {cells.slice(0, 4).map((cell, column) => (
              <td key={column}>{String(cell ?? '')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isShown = (value: unknown): boolean => value !== null && value !== undefined && value !== '';
