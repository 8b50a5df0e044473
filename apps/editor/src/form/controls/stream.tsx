import { useCallback, useMemo, useState } from 'react';
import type { StreamItem } from '../contract';
import type { ControlProps } from '../control';
import { useForm } from '../form-context';
import { startValue } from '../model/empty-value';
import { getAt, steps } from '../model/pointer';
import { missing, refusal } from '../model/stream-rules';
import { wordsOfStream } from '../model/summary';
import { uuid7 } from '../model/uuid7';
import { entryId } from '../stream/entry-id';
import { InsertLine } from '../stream/insert-line';
import { SectionHead } from '../stream/section-head';
import { Spine } from '../stream/spine';
import css from '../stream/spine.module.css';
import { StreamBlock } from '../stream/stream-block';
import { useEntryActions } from '../stream/use-entry-actions';
import { useFoldStart } from '../stream/use-fold-start';

/** Streams longer than this open folded: such a page is for finding the right block first. */
const MANY = 20;

/** A stream of blocks, at the top of the form or inside of a block. */
export function StreamControl({ field, value, pointer, labelId, readOnly, bare }: ControlProps<StreamItem[] | null>) {
  const form = useForm();
  const { options } = field;
  const items = useMemo(() => (Array.isArray(value) ? value : []), [value]);
  const nested = bare || steps(pointer).length > 1;
  const actions = useEntryActions(pointer, field);
  const [asked, setAsked] = useState<number | null>(null);
  const foldedAtFirst = useFoldStart(field.collapsed, items.length, MANY);
  const ids = items.map((item, index) => entryId(item, pointer, index));
  const byType = useMemo(() => new Map((options.blocks ?? []).map((block) => [block.name, block])), [options.blocks]);
  const refuse = useCallback(
    (type: string) => refusal(options, (getAt(form.values(), pointer) as StreamItem[] | null) ?? [], type),
    [form, options, pointer],
  );
  const insert = useCallback(
    (index: number, type: string) => {
      const block = byType.get(type);
      if (block && refuse(type) === null)
        actions.insert(index, [{ id: uuid7(), type, value: startValue(block) } as StreamItem]);
    },
    [byType, actions, refuse],
  );
  const full = useMemo(
    () => new Map([...new Set(items.map((item) => item.type))].map((type) => [type, refusal(options, items, type)])),
    [options, items],
  );
  // What a text inside of this stream needs to split itself around a new block.
  const slot = useMemo(() => ({ blocks: options.blocks ?? [], refuse, pointer }), [options.blocks, refuse, pointer]);
  const lacking = missing(options, items);
  const closed = useCallback(() => setAsked(null), []);
  // A line knows its limits by the count; streams without limits are spared the renders.
  const count = options.max || options.counts ? items.length : 0;
  const line = { options, count, refuse, onInsert: insert, onClose: closed, actions };

  return (
    <>
      {!bare && (
        <SectionHead
          small={nested}
          id={labelId}
          label={field.label}
          note={noteOf(items, wordsOfStream(options.blocks ?? [], items))}
          ids={ids}
          folded={(index) => byType.get(items[index]?.type ?? '')?.collapsed ?? foldedAtFirst}
        />
      )}
      {!bare && field.help && <p className={css.hint}>{field.help}</p>}
      <Spine
        actions={actions}
        blocks={actions}
        pointer={pointer}
        label={field.label}
        nested={nested}
        readOnly={readOnly}
        empty={items.length === 0}
        long={!nested && items.length > MANY}
      >
        {items.map((item, index) => (
          <div key={ids[index]} data-entry>
            {!readOnly && <InsertLine {...line} index={index} before={ids[index - 1]} asked={asked === index} />}
            <StreamBlock
              item={item}
              uiId={ids[index]!}
              block={byType.get(item.type)}
              index={index}
              last={index === items.length - 1}
              actions={actions}
              readOnly={readOnly}
              full={full.get(item.type) ?? null}
              initiallyFolded={byType.get(item.type)?.collapsed ?? foldedAtFirst}
              list={slot}
              onAdd={setAsked}
            />
          </div>
        ))}
        {!readOnly && <InsertLine {...line} index={items.length} end asked={asked === items.length} />}
      </Spine>
      {lacking.map((message) => (
        <p key={message} className={css.warnHint}>
          {message}
        </p>
      ))}
    </>
  );
}

function noteOf(items: readonly StreamItem[], words: number): string {
  const blocks = `${items.length} ${items.length === 1 ? 'block' : 'blocks'}`;
  return words > 0 ? `${blocks}, ${words.toLocaleString('en-GB')} ${words === 1 ? 'word' : 'words'}` : blocks;
}
