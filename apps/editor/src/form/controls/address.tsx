import { ActionIcon } from '@mantine/core';
import { IconExternalLink, IconLink, IconMail } from '@tabler/icons-react';
import type { ControlProps } from '../control';
import { LineBox } from '../parts/text-box';

/** An email address. */
export function EmailControl({ value, set, id, labelId, describedBy, invalid, readOnly }: ControlProps<string | null>) {
  return (
    <LineBox
      id={id}
      type="email"
      inputMode="email"
      autoComplete="off"
      spellCheck={false}
      icon={<IconMail size={18} stroke={1.75} aria-hidden />}
      value={value ?? ''}
      onText={set}
      readOnly={readOnly}
      invalid={invalid}
      aria-labelledby={labelId}
      aria-describedby={describedBy}
    />
  );
}

/** A web address, with a way to look at what it leads to. */
export function UrlControl({ value, set, id, labelId, describedBy, invalid, readOnly }: ControlProps<string | null>) {
  const text = value ?? '';
  const opens = /^https?:\/\//.test(text) && URL.canParse(text);
  return (
    <LineBox
      id={id}
      type="url"
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
      placeholder="https://"
      icon={<IconLink size={18} stroke={1.75} aria-hidden />}
      value={text}
      onText={(next) => set(next.trim())}
      readOnly={readOnly}
      invalid={invalid}
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      end={
        opens && (
          <ActionIcon
            component="a"
            href={text}
            target="_blank"
            rel="noopener noreferrer"
            size={26}
            aria-label="Open this address in a new tab"
          >
            <IconExternalLink size={15} aria-hidden />
          </ActionIcon>
        )
      }
    />
  );
}
