import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Block } from '../contract';
import { grouped } from '../model/stream-rules';
import { BlockIcon } from './block-icon';
import css from './block-picker.module.css';
import { PreviewCard } from './preview-card';

interface BlockPickerProps {
  blocks: readonly Block[];
  refuse: (type: string) => string | null;
  onPick: (type: string) => void;
}

/** Chooses the type of a new block: by its group, or by typing a part of its name. */
export function BlockPicker({ blocks, refuse, onPick }: BlockPickerProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const groups = grouped(blocks, text);
  const flat = groups.flatMap((group) => group.blocks);
  const now = flat[Math.min(at, flat.length - 1)];
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [now]);

  const pick = (block: Block | undefined) => {
    if (block && refuse(block.name) === null) onPick(block.name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step =
      event.key === 'ArrowDown' || event.key === 'ArrowRight'
        ? 1
        : event.key === 'ArrowUp' || event.key === 'ArrowLeft'
          ? -1
          : 0;
    if (step !== 0 && (event.key.endsWith('Down') || event.key.endsWith('Up') || text === '')) {
      event.preventDefault();
      setAt((before) => (Math.min(before, flat.length - 1) + step + flat.length) % Math.max(1, flat.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(now);
    }
  };
  return (
    <div className={css.picker}>
      <label className={css.search}>
        <IconSearch size={18} stroke={1.75} aria-hidden />
        <input
          value={text}
          placeholder="Find a block"
          aria-label="Find a block"
          data-autofocus
          autoComplete="off"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={now ? `${listId}-${now.name}` : undefined}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
        />
      </label>
      <div className={css.list} role="listbox" id={listId} aria-label="Block types" ref={list}>
        {flat.length === 0 && <p className={css.none}>No block has these words.</p>}
        {groups.map(({ group, blocks: members }) => (
          <div key={group} role="group" aria-label={group || 'Blocks'}>
            {group && <h3>{group}</h3>}
            <div className={css.grid}>
              {members.map((block) => {
                const reason = refuse(block.name);
                return (
                  <button
                    key={block.name}
                    id={`${listId}-${block.name}`}
                    type="button"
                    role="option"
                    tabIndex={-1}
                    aria-selected={block === now}
                    aria-disabled={reason !== null}
                    title={reason ?? undefined}
                    className={css.option}
                    onMouseMove={() => setAt(flat.indexOf(block))}
                    onClick={() => pick(block)}
                  >
                    <BlockIcon block={block} size={18} />
                    <span>
                      <b>{block.label}</b>
                      {(reason ?? block.description) && <small>{reason ?? block.description}</small>}
                    </span>
                  </button>
                );
              })}
            </div>
          </div>
        ))}
      </div>
      {now && now.previewValue != null && <PreviewCard key={now.name} block={now} />}
    </div>
  );
}
