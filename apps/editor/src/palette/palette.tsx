import { Modal } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import classes from './palette.module.css';
import { usePaletteResults, type PaletteItem, type PaletteScope } from './palette-results';

const scopes: { scope: PaletteScope; label: string }[] = [
  { scope: 'all', label: 'Everything' },
  { scope: 'pages', label: 'Pages' },
  { scope: 'media', label: 'Media' },
  { scope: 'records', label: 'Content' },
];

/** The words, with what was looked for in accent. */
function Marked({ text, query }: { text: string; query: string }): ReactNode {
  const at = query ? text.toLowerCase().indexOf(query.toLowerCase()) : -1;
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + query.length)}</mark>
      {text.slice(at + query.length)}
    </>
  );
}

/** Search or jump to: pages, media, records, places of the editor. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 120);
  const [scope, setScope] = useState<PaletteScope>('all');
  const [at, setAt] = useState(0);
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const base = useId();
  const { groups, waiting, failed, counts } = usePaletteResults(query, scope);
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  useEffect(() => setAt(0), [query, scope]);
  const current = Math.min(at, Math.max(0, items.length - 1));
  useEffect(() => {
    list.current?.querySelector(`[data-at="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current, items]);

  const open = (item: PaletteItem, newTab: boolean): void => {
    if (newTab) {
      window.open(`/editor${item.href}`, '_blank', 'noopener');
      return;
    }
    onClose();
    void navigate({ to: item.href } as never);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (items.length) setAt((current + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const item = items[current];
      if (item) open(item, event.ctrlKey || event.metaKey);
    }
  };
  let index = -1;
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={720}
      yOffset={phone ? 0 : '11vh'}
      xOffset={phone ? 0 : 16}
      fullScreen={phone}
      radius={phone ? 0 : 'lg'}
      classNames={{ content: classes.palette! }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Search or jump to">
        <div className={classes.query}>
          <IconSearch size={22} stroke={1.75} aria-hidden />
          <input
            data-autofocus
            aria-label="Search or jump to"
            placeholder="Search or jump to"
            role="combobox"
            aria-expanded
            aria-controls={`${base}-list`}
            aria-activedescendant={items.length ? `${base}-${current}` : undefined}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <kbd className="no-phone">Esc</kbd>
          <button type="button" className={`only-phone ${classes.cancel}`} onClick={onClose}>
            Cancel
          </button>
        </div>
        <div className={classes.scopes} role="group" aria-label="Where to look">
          {scopes.map((item) => (
            <button
              key={item.scope}
              type="button"
              aria-pressed={scope === item.scope}
              onClick={() => setScope(item.scope)}
            >
              {item.label}
              {item.scope !== 'all' && counts[item.scope] !== undefined && <b className="num">{counts[item.scope]}</b>}
            </button>
          ))}
        </div>
        <div className={classes.results} role="listbox" aria-label="Results" id={`${base}-list`} ref={list}>
          {groups.map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <h3 aria-hidden>{group.title}</h3>
              {group.items.map((item) => {
                index += 1;
                const mine = index;
                return (
                  <div
                    key={item.key}
                    id={`${base}-${mine}`}
                    data-at={mine}
                    role="option"
                    aria-selected={mine === current}
                    className={classes.result}
                    onPointerMove={() => {
                      if (mine !== current) setAt(mine);
                    }}
                    onClick={(event) => open(item, event.ctrlKey || event.metaKey)}
                  >
                    <span className={classes.picture}>{item.picture}</span>
                    <div className={classes.words}>
                      <b className="cut">
                        <Marked text={item.title} query={query} />
                      </b>
                      {item.detail && <small className="cut">{item.detail}</small>}
                    </div>
                    {item.aside}
                    {mine === current && (
                      <span className={`no-phone ${classes.hint}`}>
                        <kbd>↵</kbd> open
                      </span>
                    )}
                  </div>
                );
              })}
            </div>
          ))}
          {!items.length && (
            <p className={classes.none} role="status">
              {failed
                ? 'The search did not work. Check the connection.'
                : waiting
                  ? ''
                  : `Nothing is called “${query}”.`}
            </p>
          )}
        </div>
        <div className={classes.foot}>
          <span>
            <kbd>↑</kbd>
            <kbd>↓</kbd>choose
          </span>
          <span>
            <kbd>↵</kbd>open
          </span>
          <span>
            <kbd>Ctrl ↵</kbd>open in a new tab
          </span>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
