import type { Plugins } from '@dnd-kit/abstract';
import { Accessibility, StyleInjector } from '@dnd-kit/dom';
import { DragDropProvider, DragOverlay, PointerSensor, useDroppable } from '@dnd-kit/react';
import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react';
import { styleNonce } from '../../theme/nonce';
import { useForm } from '../form-context';
import { getAt, steps } from '../model/pointer';
import { BulkBar } from './bulk-bar';
import { type DragOperation, drop, type EntryDrag, spotOf } from './drag';
import { entryId } from './entry-id';
import css from './spine.module.css';
import { type SpineList, SpineListContext } from './spine-context';
import { takesOver } from './use-drag-row';
import type { EntryActions } from './use-entry-actions';
import { asList, type ListActions } from './use-list-actions';

interface SpineProps {
  actions: ListActions;
  /** The actions of blocks; child items have none. */
  blocks: EntryActions | null;
  pointer: string;
  label: string;
  nested: boolean;
  readOnly: boolean;
  empty: boolean;
  /** So many entries that only those near the screen are worth drawing. */
  long?: boolean;
  children: ReactNode;
}

/**
 * A list of entries along a spine. They can be dragged within it and to other lists of the same field. While one is
 * dragged a line shows where it would go; the entries themselves stay put until it is dropped.
 */
export function Spine({ actions, blocks, pointer, label, nested, readOnly, empty, long, children }: SpineProps) {
  const form = useForm();
  const list = useMemo<SpineList>(
    () => ({
      pointer,
      depth: steps(pointer).length,
      ids: () => asList(getAt(form.values(), pointer)).map((entry, index) => entryId(entry, pointer, index)),
      blocks,
      takes: (drag) => drag.blocks !== null && blocks !== null && blocks.refuses(drag.copied()) === null,
    }),
    [form, pointer, blocks],
  );
  const lines = (
    <SpineListContext value={list}>
      <div
        className={css.spine}
        data-nested={nested || undefined}
        data-long={long || undefined}
        role="group"
        aria-label={label}
      >
        {children}
        {empty && !readOnly && <EmptyPlace list={list} label={label} actions={actions} />}
      </div>
      {!readOnly && <BulkBar list={list} actions={actions} />}
    </SpineListContext>
  );
  return useContext(InsideDragArea) || readOnly ? lines : <DragArea>{lines}</DragArea>;
}

const InsideDragArea = createContext(false);

/** Around the outermost list of a field: all lists in it share their drags. */
function DragArea({ children }: { children: ReactNode }) {
  const marked = useRef<Element | null>(null);
  const mark = (drag: DragOperation | null) => {
    marked.current?.removeAttribute('data-drop');
    const spot = drag && spotOf(drag);
    const element = spot ? drag.target?.element : undefined;
    if (spot) element?.setAttribute('data-drop', spot.side);
    marked.current = element ?? null;
  };
  return (
    <InsideDragArea value={true}>
      <DragDropProvider
        sensors={SENSORS}
        plugins={pluginsFor}
        onDragOver={({ operation }) => mark(operation)}
        onDragMove={({ operation }) => mark(operation)}
        onDragEnd={({ operation, canceled }) => {
          const spot = canceled ? null : spotOf(operation);
          mark(null);
          if (spot) drop(spot);
        }}
      >
        {children}
        <DragOverlay dropAnimation={null}>{(source) => <Dragged drag={source.data as EntryDrag} />}</DragOverlay>
      </DragDropProvider>
    </InsideDragArea>
  );
}

function Dragged({ drag }: { drag: EntryDrag }) {
  const count = drag.indexes().length;
  return <span className={css.dragged}>{count > 1 ? `${count} blocks` : drag.label}</span>;
}

/** Where the first entry can be dropped. */
function EmptyPlace({ list, label, actions }: { list: SpineList; label: string; actions: ListActions }) {
  const data: EntryDrag = {
    list: list.pointer,
    index: -1,
    id: '',
    label,
    actions,
    blocks: list.blocks,
    indexes: () => [],
    copied: () => [],
  };
  const { ref } = useDroppable({
    id: `${list.pointer}#empty`,
    accept: (source) => takesOver(list, source.data as EntryDrag),
    collisionPriority: list.depth,
    data: data as never,
  });
  return <div ref={ref} className={css.emptyPlace} />;
}

/** The keyboard moves entries by Alt and the arrows, from anywhere in them, and not by picking up a handle. */
const SENSORS = [PointerSensor];
const pluginsFor = (defaults: Plugins): Plugins => [
  ...defaults.filter((plugin) => plugin !== Accessibility),
  ownStyles(),
];

let styles: ReturnType<typeof StyleInjector.configure> | null = null;

/** What is dragged is placed by a sheet made on the way, which the page's policy lets in with its nonce alone. */
function ownStyles() {
  styles ??= StyleInjector.configure({ nonce: styleNonce() });
  return styles;
}
