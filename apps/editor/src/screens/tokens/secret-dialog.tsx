import { Button, Modal } from '@mantine/core';
import { CopyLine } from '../../parts/copy-line';
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
        <CopyLine value={secret} />
        <div className={classes.foot}>
          <Button variant="filled" onClick={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Modal>
  );
}
