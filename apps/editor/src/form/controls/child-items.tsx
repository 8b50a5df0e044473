import { IconPlus, IconPoint } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import type { ChildItem, Field, ItemDescriptor } from '../contract';
import type { ControlProps } from '../control';
import { useForm } from '../form-context';
import { startItem } from '../model/empty-value';
import { join, steps } from '../model/pointer';
import { ItemPanels } from '../panels/item-panels';
import { entryId } from '../stream/entry-id';
import { LiveSummary } from '../stream/live-summary';
import { SectionHead } from '../stream/section-head';
import { Spine } from '../stream/spine';
import css from '../stream/spine.module.css';
import { AddMany } from './add-many';
import { SpineRow } from '../stream/spine-row';
import { useFoldStart } from '../stream/use-fold-start';
import { type ListActions, useListActions } from '../stream/use-list-actions';
import { fullness } from './list';

/** More child items than this open folded. */
const MANY = 3;

/** Ordered items of their own table, such as the authors of a page or the steps of a recipe. */
export function ChildItemsControl({
  field,
  value,
  pointer,
  labelId,
  readOnly,
  bare,
}: ControlProps<ChildItem[] | null>) {
  const shape = field.options.item as ItemDescriptor | undefined;
  const items = useMemo(() => (Array.isArray(value) ? value : []), [value]);
  const nested = bare || steps(pointer).length > 1;
  const actions = useListActions(pointer);
  const form = useForm();
  const foldedAtFirst = useFoldStart(field.collapsed, items.length, MANY);
  if (!shape) return null;
  const ids = items.map((item, index) => entryId(item, pointer, index));
  const full = fullness(items.length, field.options.max);
  return (
    <>
      {!bare && (
        <SectionHead
          small={nested}
          id={labelId}
          label={field.label}
          note={`${items.length} ${items.length === 1 ? 'item' : 'items'}`}
          ids={ids}
          folded={() => foldedAtFirst}
        />
      )}
      {!bare && field.help && <p className={css.hint}>{field.help}</p>}
      <Spine
        actions={actions}
        blocks={null}
        pointer={pointer}
        label={field.label}
        nested={nested}
        readOnly={readOnly}
        empty={items.length === 0}
      >
        {items.map((item, index) => (
          <Item
            key={ids[index]}
            item={item}
            uiId={ids[index]!}
            shape={shape}
            listPointer={pointer}
            index={index}
            last={index === items.length - 1}
            actions={actions}
            readOnly={readOnly}
            removable={items.length > Number(field.options.min ?? 0)}
            full={full}
            initiallyFolded={foldedAtFirst}
          />
        ))}
        {!readOnly && (
          <div className={css.insert} data-end>
            <button
              type="button"
              className={css.add}
              disabled={full !== null}
              title={full ?? undefined}
              onClick={() => actions.insert(items.length, [startItem(shape.fields) as ChildItem])}
            >
              <IconPlus size={15} aria-hidden />
              Add {shape.label.toLowerCase()}
            </button>
            <AddMany
              shape={shape}
              room={Number(field.options.max ?? Infinity) - items.length}
              onAdd={(rows) => form.update(pointer, (now) => [...(Array.isArray(now) ? now : []), ...rows])}
            />
          </div>
        )}
      </Spine>
    </>
  );
}

interface ItemProps {
  item: ChildItem;
  uiId: string;
  shape: ItemDescriptor;
  listPointer: string;
  index: number;
  last: boolean;
  actions: ListActions;
  readOnly: boolean;
  removable: boolean;
  full: string | null;
  initiallyFolded: boolean;
}

const Item = memo(function Item({ item, shape, listPointer, index, ...rest }: ItemProps) {
  const pointer = join(listPointer, index);
  return (
    <SpineRow
      {...rest}
      pointer={pointer}
      index={index}
      label={`${shape.label} ${index + 1}`}
      icon={<IconPoint size={15} aria-hidden />}
      summary={<LiveSummary block={asStruct(shape)} value={item} />}
    >
      {() => <ItemPanels shape={shape} item={item} pointer={pointer} />}
    </SpineRow>
  );
});

/** The item's fields in the form in which a block declares its own, for the summary. */
function asStruct(shape: ItemDescriptor): Field {
  return {
    name: 'item',
    kind: 'struct',
    label: shape.label,
    help: '',
    required: false,
    readOnly: false,
    defaultValue: null,
    options: { fields: shape.fields.map((field) => ({ ...field, icon: null, group: null, description: '' })) },
  };
}
