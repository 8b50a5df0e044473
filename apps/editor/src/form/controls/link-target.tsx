import type { LinkValue } from '../model/link';
import { LineBox } from '../parts/text-box';
import { DocumentChoice } from './document';
import css from './link.module.css';
import { PageChoice } from './page-link';

interface LinkTargetProps {
  link: LinkValue;
  onChange: (link: LinkValue) => void;
  id: string;
  labelId: string;
  invalid: boolean;
  readOnly: boolean;
}

/** The control that fits what a link leads to. */
export function LinkTarget({ link, onChange, ...place }: LinkTargetProps) {
  const text = (label: string, name: 'url' | 'email' | 'phone' | 'anchor', more: object = {}) => (
    <LineBox
      id={place.id}
      type="text"
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      autoCapitalize="none"
      value={link[name] ?? ''}
      onText={(typed) => onChange({ ...link, [name]: name === 'phone' ? typed : typed.trim() })}
      readOnly={place.readOnly}
      invalid={place.invalid}
      {...more}
    />
  );
  switch (link.type) {
    case 'page':
      return (
        <>
          <PageChoice
            {...place}
            describedBy={undefined}
            types={null}
            value={link.page ?? null}
            onChoose={(page) => onChange(page === null ? withoutPage(link) : { ...link, page })}
          />
          {link.page !== undefined && (
            <label className={css.further}>
              <span>Place on that page</span>
              <LineBox
                type="text"
                autoComplete="off"
                spellCheck={false}
                placeholder="opening-hours"
                value={link.anchor ?? ''}
                onText={(anchor) => onChange({ ...link, anchor: anchor.trim().replace(/^#/, '') })}
                readOnly={place.readOnly}
              />
            </label>
          )}
        </>
      );
    case 'document':
      return (
        <DocumentChoice
          {...place}
          describedBy={undefined}
          value={link.document ?? null}
          onChoose={(document) => {
            const { document: before, ...rest } = link;
            onChange(document === null ? rest : { ...rest, document });
          }}
        />
      );
    case 'email':
      return (
        <>
          {text('Email address', 'email', { inputMode: 'email', placeholder: 'name@example.org' })}
          {link.email && (
            <label className={css.further}>
              <span>Subject</span>
              <LineBox
                type="text"
                autoComplete="off"
                value={link.subject ?? ''}
                onText={(subject) => onChange({ ...link, subject })}
                readOnly={place.readOnly}
              />
            </label>
          )}
        </>
      );
    case 'phone':
      return text('Phone number', 'phone', { type: 'tel', inputMode: 'tel', placeholder: '+41 41 000 00 00' });
    case 'anchor':
      return text('Place on the page', 'anchor', { placeholder: 'opening-hours' });
    case 'url':
      return text('Web address', 'url', { type: 'url', inputMode: 'url', placeholder: 'https://' });
  }
}

function withoutPage({ page, anchor, ...rest }: LinkValue): LinkValue {
  return rest;
}
