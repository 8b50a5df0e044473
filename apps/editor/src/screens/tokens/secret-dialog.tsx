import { Button, CopyButton, Modal } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from '../users/users.module.css';

/** A new token, shown once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title="Your new token"
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <div className={classes.form}>
        <p>
          It is shown only now. Keep it where your program keeps its secrets, and send it as{' '}
          <code>Authorization: Bearer</code>.
        </p>
        <div className={classes.link}>
          <code>{secret}</code>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button
                onClick={copy}
                leftSection={copied ? <IconCheck size={16} stroke={1.75} /> : <IconCopy size={16} stroke={1.75} />}
              >
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </div>
        <div className={classes.foot}>
          <Button variant="filled" onClick={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Modal>
  );
}
