import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ControlProps } from '../control';
import { useForm, useSurroundings, useTitle } from '../form-context';
import { cleanSlugInput, suggestSlug } from '../model/slug';
import { LineBox } from '../parts/text-box';
import { Note } from '../parts/note';

/**
 * The last part of an address. While the page has never been public it follows the
 * title; once somebody writes their own, or the page was public, it only offers.
 */
export function SlugControl({
  field,
  value,
  set,
  pointer,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<string | null>) {
  const { wasPublished, subject, locale } = useSurroundings();
  const form = useForm();
  const title = useTitle();
  const slug = value ?? '';
  const [first] = useState(slug);
  const isAddress = pointer === '/slug' && subject.kind === 'page';
  const suggestion = suggestSlug(title, field.options.maxLength ?? 255, locale);
  const lastTitle = useRef(title);
  useEffect(() => {
    const before = suggestSlug(lastTitle.current, field.options.maxLength ?? 255, locale);
    const followed = slug === before || slug === '';
    const titleChanged = lastTitle.current !== title;
    lastTitle.current = title;
    if (isAddress && titleChanged && followed && !wasPublished && !readOnly && suggestion !== slug)
      form.set(pointer, suggestion);
  }, [title, slug, suggestion, wasPublished, readOnly, form, isAddress, pointer, field.options.maxLength, locale]);

  const offers = !readOnly && suggestion !== '' && suggestion !== slug && isAddress;
  return (
    <>
      <LineBox
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
        value={slug}
        onText={(text) => set(cleanSlugInput(text))}
        readOnly={readOnly}
        placeholder={isAddress ? suggestion : undefined}
        onBlur={() => {
          // Left empty, the address is the one that was offered.
          if (isAddress && slug === '' && suggestion !== '' && !readOnly) set(suggestion);
        }}
        invalid={invalid}
        aria-labelledby={labelId}
        aria-describedby={describedBy}
        end={
          offers &&
          !wasPublished && (
            <Button variant="subtle" size="xs" data-accent onClick={() => set(suggestion)}>
              Use “{shorten(suggestion)}”
            </Button>
          )
        }
      />
      {isAddress && wasPublished && !readOnly && slug !== first && (
        <Note>This page was public. With a new address, links to the old one have to be led on.</Note>
      )}
    </>
  );
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
