import { Button } from '@mantine/core';
import { Bird } from '../parts/bird';

/** A screen that broke: what is safe, what to do, and the message folded away. */
export function CrashNote({ error }: { error: unknown }) {
  return (
    <div
      role="alert"
      style={{
        padding: '56px 28px',
        display: 'grid',
        justifyItems: 'center',
        gap: 12,
        textAlign: 'center',
        color: 'var(--ink2)',
      }}
    >
      <span style={{ color: 'var(--accent)' }}>
        <Bird size={64} ground="var(--sheet)" />
      </span>
      <p>
        <b style={{ color: 'var(--ink)' }}>This screen stopped working.</b> What you typed is kept on this device.
      </p>
      <Button variant="filled" onClick={() => location.reload()}>
        Load it again
      </Button>
      <details>
        <summary>Details</summary>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </details>
    </div>
  );
}
