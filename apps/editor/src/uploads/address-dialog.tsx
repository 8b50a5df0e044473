import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import confirm from '../parts/confirm.module.css';
import { Dialog } from '../parts/dialog';

interface AddressDialogProps {
  /** What stands in the field at first, as when an address was pasted. */
  start?: string;
  onAddress: (url: string) => void;
  onClose: () => void;
}

/** Asks for the address of a file the server is to fetch. */
export function AddressDialog({ start = '', onAddress, onClose }: AddressDialogProps) {
  const [url, setUrl] = useState(start);
  const [wrong, setWrong] = useState(false);
  const submit = (): void => {
    const address = url.trim();
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return setWrong(true);
    onAddress(address);
    onClose();
  };
  return (
    <Dialog onClose={onClose} title="Add from an address" size={480} zIndex={400}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          submit();
        }}
      >
        <TextInput
          label="Address of the file"
          description="The server fetches it and keeps its own copy."
          placeholder="https://"
          value={url}
          data-autofocus
          error={wrong ? 'Write the whole address, beginning with https://' : undefined}
          onChange={({ currentTarget: { value } }) => {
            setUrl(value);
            setWrong(false);
          }}
        />
        <div className={confirm.foot}>
          <span className={confirm.space} />
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Add file
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
