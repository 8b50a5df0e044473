import { IconPlus, IconPoint } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import type { Block, ListItem } from '../contract';
import type { ControlProps } from '../control';
import { startValue } from '../model/empty-value';
import { join } from '../model/pointer';
import { uuid7 } from '../model/uuid7';
import { BlockBody } from '../stream/block-body';
import { entryId } from '../stream/entry-id';
import { LiveSummary } from '../stream/live-summary';
import { Spine } from '../stream/spine';
import css from '../stream/spine.module.css';
import { SpineRow } from '../stream/spine-row';
import { useEntryActions } from '../stream/use-entry-actions';
import { useFoldStart } from '../stream/use-fold-start';
import type { ListActions } from '../stream/use-list-actions';

/** Lists longer than this open folded. */
const MANY = 6;

/** Items of one kind, in an order. */
export function ListControl({ field, value, pointer, readOnly }: ControlProps<unknown[] | null>) {
  const item = field.options.item as Block | undefined;
  const items = useMemo(() => (Array.isArray(value) ? value : []), [value]);
  const actions = useEntryActions(pointer, field);
  const foldedAtFirst = useFoldStart(field.collapsed, items.length, MANY);
  if (!item) return null;
  const full = fullness(items.length, field.options.max);
  const add = (index: number) =>
    actions.insert(index, [{ id: uuid7(), type: 'item', value: startValue(item) } as ListItem]);
  return (
    <Spine
      actions={actions}
      blocks={actions}
      pointer={pointer}
      label={field.label}
      nested
      readOnly={readOnly}
      empty={items.length === 0}
    >
      {items.map((entry, index) => {
        const id = entryId(entry, pointer, index);
        return (
          <Item
            key={id}
            entry={entry}
            uiId={id}
            block={item}
            listPointer={pointer}
            index={index}
            last={index === items.length - 1}
            actions={actions}
            readOnly={readOnly}
            removable={items.length > Number(field.options.min ?? 0)}
            full={full}
            initiallyFolded={item.collapsed ?? foldedAtFirst}
          />
        );
      })}
      {!readOnly && (
        <div className={css.insert} data-end>
          <button
            type="button"
            className={css.add}
            disabled={full !== null}
            title={full ?? undefined}
            onClick={() => add(items.length)}
          >
            <IconPlus size={15} aria-hidden />
            Add {nameOf(item)}
          </button>
        </div>
      )}
    </Spine>
  );
}

interface ItemProps {
  entry: unknown;
  uiId: string;
  block: Block;
  listPointer: string;
  index: number;
  last: boolean;
  actions: ListActions;
  readOnly: boolean;
  removable: boolean;
  full: string | null;
  initiallyFolded: boolean;
}

/** One item. Old stored lists hold bare values instead of items with an id: those are edited in place. */
const Item = memo(function Item({ entry, block, listPointer, index, ...rest }: ItemProps) {
  const pointer = join(listPointer, index);
  const wrapped = isWrapped(entry);
  const value = wrapped ? entry.value : entry;
  return (
    <SpineRow
      {...rest}
      pointer={pointer}
      index={index}
      label={block.label && block.label !== 'Item' ? `${block.label} ${index + 1}` : `Item ${index + 1}`}
      icon={<IconPoint size={15} aria-hidden />}
      summary={<LiveSummary block={block} value={value} />}
    >
      {(labelId) => (
        <BlockBody block={block} value={value} pointer={wrapped ? join(pointer, 'value') : pointer} labelId={labelId} />
      )}
    </SpineRow>
  );
});

function isWrapped(entry: unknown): entry is ListItem {
  return (
    typeof entry === 'object' && entry !== null && 'value' in entry && (entry as { type?: unknown }).type === 'item'
  );
}

function nameOf(block: Block): string {
  return block.label ? block.label.toLowerCase() : 'an item';
}

/** Why nothing more fits, or `null`. */
export function fullness(count: number, max: unknown): string | null {
  const most = max === null || max === undefined ? Infinity : Number(max);
  return count >= most ? `There can be ${most} ${most === 1 ? 'item' : 'items'} here.` : null;
}
