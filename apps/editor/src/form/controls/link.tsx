import { ActionIcon, Checkbox, Select } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ControlProps } from '../control';
import { useSurroundings } from '../form-context';
import { leadsSomewhere, LINK_TYPES, type LinkType, type LinkValue, tidyLink, withType } from '../model/link';
import { same } from '../model/same';
import { LineBox } from '../parts/text-box';
import css from './link.module.css';
import { LinkTarget } from './link-target';
import selectCss from './controls.module.css';

/** A link to whatever the field allows: a page, an address, a document and so on, with its words. */
export function LinkControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<LinkValue | null>) {
  const { locale } = useSurroundings();
  const allowed = (field.options.allow ?? Object.keys(LINK_TYPES)).filter((type) => type in LINK_TYPES) as LinkType[];
  const stored = value ?? null;
  // A link that leads nowhere yet is not stored; what is known of it waits here.
  const [waiting, setWaiting] = useState<LinkValue>(() => stored ?? { type: allowed[0] ?? 'url' });
  const [seen, setSeen] = useState(stored);
  if (!same(seen, stored)) {
    setSeen(stored);
    if (stored) setWaiting(stored);
  }
  const link = stored ?? waiting;
  const change = (next: LinkValue) => {
    const tidy = tidyLink(next);
    const store = leadsSomewhere(tidy) ? tidy : null;
    setWaiting(next);
    setSeen(store);
    if (!same(store, stored)) set(store);
  };
  const hasText = field.options.text !== false;
  const opens = link.type !== 'email' && link.type !== 'phone' && link.type !== 'anchor';
  return (
    <div
      className={css.link}
      role="group"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      data-invalid={invalid || undefined}
      data-plain={(!hasText && !opens && allowed.length === 1) || undefined}
    >
      <div className={css.target}>
        {allowed.length > 1 && (
          <Select
            classNames={{ root: css.type ?? '', input: selectCss.select ?? '' }}
            aria-label="Leads to"
            data={allowed.map((type) => ({ value: type, label: LINK_TYPES[type] }))}
            value={link.type}
            onChange={(type) => type && type !== link.type && change(withType(link, type as LinkType))}
            allowDeselect={false}
            disabled={readOnly}
            rightSection={<IconChevronDown size={16} aria-hidden />}
            comboboxProps={{ shadow: 'md' }}
          />
        )}
        <div className={css.what}>
          <LinkTarget
            key={link.type}
            link={link}
            onChange={change}
            id={id}
            labelId={labelId}
            invalid={invalid}
            readOnly={readOnly}
          />
        </div>
        {!readOnly && stored && (
          <ActionIcon
            onClick={() => {
              setWaiting({ type: link.type });
              setSeen(null);
              set(null);
            }}
            aria-label="Remove the link"
            title="Remove the link"
          >
            <IconX size={18} stroke={1.75} />
          </ActionIcon>
        )}
      </div>
      {(hasText || opens) && (
        <div className={css.words}>
          {hasText && (
            <label className={css.text}>
              <span>Text</span>
              <LineBox
                type="text"
                voice="content"
                autoComplete="off"
                lang={locale}
                dir="auto"
                value={link.text ?? ''}
                onText={(text) => change({ ...link, text })}
                readOnly={readOnly}
              />
            </label>
          )}
          {opens && (
            <Checkbox
              radius={4}
              className={selectCss.checkbox ?? ''}
              label="Open in a new tab"
              checked={link.newTab === true}
              disabled={readOnly}
              onChange={(event) => change({ ...link, newTab: event.currentTarget.checked })}
            />
          )}
        </div>
      )}
    </div>
  );
}
