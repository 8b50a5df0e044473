import { memo } from 'react';
import type { Field } from '../contract';
import { FieldView } from '../parts/field-view';

interface BlockBodyProps {
  block: Field;
  value: unknown;
  pointer: string;
  labelId: string;
}

/** What a block holds. Its head is the label, so the control stands without one. */
export const BlockBody = memo(function BlockBody({ block, value, pointer, labelId }: BlockBodyProps) {
  return <FieldView field={block} value={value} pointer={pointer} bare labelledBy={labelId} />;
});
