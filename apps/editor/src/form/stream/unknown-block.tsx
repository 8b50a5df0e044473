import { Note } from '../parts/note';
import css from './unknown-block.module.css';

/** A block whose type is no longer declared: nothing to edit, nothing lost. */
export function UnknownBlock({ type, value }: { type: string; value: unknown }) {
  return (
    <div className={css.card}>
      <Note tone="warn">
        There is no block type “{type}” any more. This block is kept as it is and left out of the site; it can be moved
        or deleted.
      </Note>
      <details>
        <summary>What is stored</summary>
        <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
      </details>
    </div>
  );
}
