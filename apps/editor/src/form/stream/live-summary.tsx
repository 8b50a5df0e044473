import { Fragment } from 'react';
import { useDocument, useImage, usePage, useRecord } from '../../choosers';
import type { Field } from '../contract';
import { formatParts, summarise } from '../model/summary';

/** The line that tells a folded block from others; for a chosen thing that is its name. */
export function LiveSummary({ block, value }: { block: Field; value: unknown }) {
  const id = typeof value === 'number' ? value : null;
  if (block.labelFormat && block.kind === 'struct') return <Formatted block={block} value={value} />;
  switch (block.kind) {
    case 'image':
      return <ImageName id={id} />;
    case 'imageWithAlt':
      return summarise(block, value) || <ImageName id={imageOf(value)} />;
    case 'document':
      return <DocumentName id={id} />;
    case 'pageLink':
      return <PageName id={id} />;
    case 'snippetLink':
      return <SnippetName type={block.options.type ?? ''} id={id} />;
    case 'struct':
      return <StructName block={block} value={value} />;
    default:
      return summarise(block, value);
  }
}

/** The words declared for a folded block, with what its members say in them. */
function Formatted({ block, value }: { block: Field; value: unknown }) {
  return formatParts(block, value).map((part, index) => (
    <Fragment key={index}>
      {typeof part === 'string' ? part : <LiveSummary block={part.member} value={part.value} />}
    </Fragment>
  ));
}

/** A struct without words of its own is known by the first thing chosen in it. */
function StructName({ block, value }: { block: Field; value: unknown }) {
  const words = summarise(block, value);
  if (words) return words;
  const record = (value ?? {}) as Record<string, unknown>;
  const chosen = block.options.fields?.find((field) => CHOSEN.has(field.kind) && record[field.name]);
  return chosen ? <LiveSummary block={chosen} value={record[chosen.name]} /> : '';
}

const CHOSEN = new Set(['image', 'imageWithAlt', 'document', 'pageLink', 'snippetLink']);

function imageOf(value: unknown): number | null {
  const image = (value as { image?: unknown } | null)?.image;
  return typeof image === 'number' ? image : null;
}

const ImageName = ({ id }: { id: number | null }) => useImage(id).row?.title ?? '';
const DocumentName = ({ id }: { id: number | null }) => useDocument(id).row?.title ?? '';
const PageName = ({ id }: { id: number | null }) => usePage(id).row?.title ?? '';
const SnippetName = ({ type, id }: { type: string; id: number | null }) => useRecord(type, id).row?.title ?? '';
