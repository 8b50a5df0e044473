import { Fragment, type Node as DocumentNode, Slice } from '@tiptap/pm/model';
import type { Allowed } from './features';

/** Brings pasted content down to what may be added here; the words always stay. */
export function filterPasted(slice: Slice, allowed: Allowed): Slice {
  const content = filterFragment(slice.content, allowed);
  const flat = content.size !== slice.content.size;
  return flat ? Slice.maxOpen(content) : new Slice(content, slice.openStart, slice.openEnd);
}

function filterFragment(fragment: Fragment, allowed: Allowed): Fragment {
  const nodes: DocumentNode[] = [];
  fragment.forEach((node) => nodes.push(...filterNode(node, allowed)));
  return Fragment.fromArray(nodes);
}

function filterNode(node: DocumentNode, allowed: Allowed): DocumentNode[] {
  if (node.isText) return [node.mark(node.marks.filter((mark) => allowed.marks.has(mark.type.name)))];
  const name = node.type.name;
  const inner = filterFragment(node.content, allowed);
  const refusedHeading = name === 'heading' && !allowed.headings.includes(Number(node.attrs.level));
  if (refusedHeading) return [node.type.schema.nodes.paragraph!.create(null, inner)];
  if (allowed.nodes.has(name)) return [node.copy(inner)];
  const children: DocumentNode[] = [];
  inner.forEach((child) => children.push(child));
  return children;
}
