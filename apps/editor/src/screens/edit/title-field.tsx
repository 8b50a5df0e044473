import { ActionIcon, CopyButton, Textarea } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { readableAddress } from '../../parts/words';
import { LocaleTag } from '../../parts/marks';
import classes from './edit.module.css';

interface TitleFieldProps {
  value: string;
  onChange: (title: string) => void;
  error?: string | undefined;
  readOnly?: boolean;
  autoFocus?: boolean;
  lang: string;
}

/** The page's title, written where it stands. */
export const TitleField = memo(function TitleField({
  value,
  onChange,
  error,
  readOnly,
  autoFocus,
  lang,
}: TitleFieldProps) {
  return (
    <div className={classes.titleBox}>
      <Textarea
        id="field-title"
        classNames={{ input: classes.title!, wrapper: classes.titleWrap! }}
        autosize
        minRows={1}
        aria-label="Title"
        placeholder="Title"
        value={value}
        readOnly={readOnly ?? false}
        autoFocus={autoFocus ?? false}
        lang={lang}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value.replace(/\n/g, ' '))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
    </div>
  );
});

/** The address of a page, its last part stressed; the part that is not saved yet is shown as it will be. */
export const AddressLine = memo(function AddressLine({
  url,
  savedSlug,
  slug,
  locale,
  localeName,
  changed,
  languages,
}: {
  url: string | null;
  savedSlug: string;
  slug: string;
  locale: string;
  localeName?: string;
  changed: boolean;
  /** Stands in for the language's name where there are several. */
  languages?: ReactNode;
}) {
  if (!url) return languages ? <p className={classes.address}>{languages}</p> : null;
  const readable = readableAddress(url);
  const own = savedSlug !== '' && readable.endsWith(`/${savedSlug}/`);
  const start = own ? readable.slice(0, -savedSlug.length - 1) : readable;
  const shown = own ? `${start}${slug}/` : readable;
  return (
    <p className={classes.address}>
      <span className="cut">
        {own ? (
          <>
            {start}
            <b>{slug}</b>/
          </>
        ) : (
          readable
        )}
      </span>
      <CopyButton value={`${/^https?:\/\//.exec(url)?.[0] ?? ''}${shown}`}>
        {({ copied, copy }) => (
          <ActionIcon
            size={26}
            aria-label={copied ? 'Copied' : 'Copy the address'}
            title="Copy the address"
            onClick={copy}
          >
            {copied ? <IconCheck size={16} stroke={1.75} /> : <IconCopy size={16} stroke={1.75} />}
          </ActionIcon>
        )}
      </CopyButton>
      <span className={classes.addressEnd}>
        {changed && <span className={classes.changed}>Title changed since live</span>}
        {languages ?? <LocaleTag code={locale} {...(localeName ? { name: localeName } : {})} />}
      </span>
    </p>
  );
});
