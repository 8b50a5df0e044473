import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from './copy-line.module.css';

/** Something to be taken along, shown whole, with a button that copies it. */
export function CopyLine({ value }: { value: string }) {
  return (
    <div className={classes.line}>
      <code>{value}</code>
      <CopyAction value={value} label="Copy" />
    </div>
  );
}

/** Copies, and says so. */
export function CopyAction({ value, label }: { value: string; label: string }) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          onClick={copy}
          leftSection={copied ? <IconCheck size={16} stroke={1.75} /> : <IconCopy size={16} stroke={1.75} />}
        >
          {copied ? 'Copied' : label}
        </Button>
      )}
    </CopyButton>
  );
}
