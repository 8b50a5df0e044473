import { Button, Select } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { useState } from 'react';
import { LineBox } from '../parts/text-box';
import { type Address, type AddressKind, readHref, writeHref } from './address';
import { type LinkTarget, LinkTargetName } from './link-target';
import css from './rich-text.module.css';

/** A kind of thing a link can lead to: an address to be typed, or something to be chosen. */
export interface LinkKind {
  value: string;
  label: string;
}

interface LinkPanelProps {
  target: LinkTarget | null;
  kinds: readonly LinkKind[];
  onHref: (href: string, words: string) => void;
  onChoose: (kind: string) => void;
  onRemove: () => void;
}

const TYPED: Record<AddressKind, { label: string; placeholder: string; type: string }> = {
  url: { label: 'Web address', placeholder: 'https://', type: 'url' },
  email: { label: 'Email address', placeholder: 'name@example.org', type: 'email' },
  phone: { label: 'Phone number', placeholder: '+49 30 123456', type: 'tel' },
  anchor: { label: 'Name of the place', placeholder: 'opening-hours', type: 'text' },
};

/** Says where a link leads, and asks for another target. */
export function LinkPanel({ target, kinds, onHref, onChoose, onRemove }: LinkPanelProps) {
  const [kind, setKind] = useState(() => kindOf(target, kinds));
  const [address, setAddress] = useState<Address>(() => readHref(target?.href ?? ''));
  const typed = kind in TYPED ? (kind as AddressKind) : null;
  const href = typed && writeHref({ ...address, kind: typed });
  return (
    <>
      {target && (
        <p className={css.linkNow}>
          <span className="cut">
            <LinkTargetName target={target} />
          </span>
          <Button size="xs" variant="subtle" leftSection={<IconUnlink size={15} aria-hidden />} onClick={onRemove}>
            Remove
          </Button>
        </p>
      )}
      <form
        className={css.linkForm}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (href) onHref(href, address.text.trim());
        }}
      >
        <Select
          aria-label="Link to"
          data={kinds.map(({ value, label }) => ({ value, label }))}
          value={kind}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(next) => next && setKind(next)}
        />
        {typed ? (
          <LineBox
            key={typed}
            aria-label={TYPED[typed].label}
            placeholder={TYPED[typed].placeholder}
            type={TYPED[typed].type === 'url' ? 'text' : TYPED[typed].type}
            value={address.text}
            onText={(text) => setAddress({ ...address, text })}
            data-autofocus
            spellCheck={false}
            autoCapitalize="none"
          />
        ) : null}
        {typed === 'email' && (
          <LineBox
            aria-label="Subject"
            placeholder="Subject, may be empty"
            value={address.subject}
            onText={(subject) => setAddress({ ...address, subject })}
          />
        )}
        {typed ? (
          <Button type="submit" variant="filled" disabled={!href}>
            Link
          </Button>
        ) : (
          <Button variant="filled" onClick={() => onChoose(kind)} data-autofocus>
            Choose
          </Button>
        )}
      </form>
    </>
  );
}

function kindOf(target: LinkTarget | null, kinds: readonly LinkKind[]): string {
  const wanted = target?.linktype ?? (target?.href ? readHref(target.href).kind : null);
  return kinds.some(({ value }) => value === wanted) ? wanted! : (kinds[0]?.value ?? 'url');
}
