import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFolder, IconUpload, IconWorldDownload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { AddressDialog } from './address-dialog';
import classes from './upload-button.module.css';

interface UploadButtonProps {
  /** Which files the device offers. */
  accept?: string | undefined;
  variant?: 'filled' | 'default';
  onFiles: (files: File[]) => void;
  onAddress?: ((url: string) => void) | undefined;
}

/** Files of this device, a whole folder, or an address the server fetches from. */
export function UploadButton({ accept, variant = 'filled', onFiles, onAddress }: UploadButtonProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const take = (input: HTMLInputElement): void => {
    // Hidden files of the system come along with a folder.
    const taken = [...(input.files ?? [])].filter((file) => !file.name.startsWith('.'));
    input.value = '';
    if (taken.length > 0) onFiles(taken);
  };
  return (
    <span className={classes.both} data-variant={variant}>
      <Button
        variant={variant}
        className={classes.main}
        leftSection={<IconUpload size={18} stroke={1.75} aria-hidden />}
        onClick={() => files.current?.click()}
      >
        Upload
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant={variant} className={classes.more} aria-label="Other ways to upload">
            <IconChevronDown size={16} stroke={1.75} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFolder size={16} stroke={1.75} />}
            className="no-phone"
            onClick={() => folder.current?.click()}
          >
            A whole folder
          </Menu.Item>
          {onAddress && (
            <Menu.Item leftSection={<IconWorldDownload size={16} stroke={1.75} />} onClick={() => setAsking(true)}>
              From an address
            </Menu.Item>
          )}
          <Menu.Label>Or drop files here, or paste them</Menu.Label>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept={accept}
        aria-label="Files to upload"
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          if (input) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        multiple
        aria-label="Folder to upload"
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      {asking && onAddress && <AddressDialog onClose={() => setAsking(false)} onAddress={onAddress} />}
    </span>
  );
}
