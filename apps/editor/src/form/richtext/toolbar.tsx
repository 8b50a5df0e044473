import { Menu } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { IconChevronDown, IconDots, IconPhoto, IconPlayerPlay } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { TypeIcon } from '../../parts/type-icon';
import type { Allowed } from './features';
import { LinkButton } from './link-button';
import type { LinkTarget } from './link-target';
import { registered } from './registered';
import css from './rich-text.module.css';
import { ToolButton } from './tool-button';
import { MORE_TOOLS, ownTools, stateOf, TOOLS } from './tools';

interface ToolbarProps {
  editor: Editor;
  features: readonly string[];
  allowed: Allowed;
  /** Counts how often the text asked for a link by its keys. */
  linkAsked: number;
  /** Opens the dialog of something to be put in. */
  onAdd: (what: string) => void;
}

/** The dark pill: which buttons it has is up to the field's features. Arrow keys move between them. */
export function Toolbar({ editor, features, allowed, linkAsked, onAdd }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // One stop in the order of focus, whichever tool comes first.
    bar.current?.querySelector('[data-tool]')?.setAttribute('tabindex', '0');
  });
  const state = useEditorState({ editor, selector: ({ editor: now }) => stateOf(now) });
  const target = useMemo(() => (state.link ? (JSON.parse(state.link) as LinkTarget) : null), [state.link]);
  const on = state.on.split(' ');
  const main = TOOLS.filter((tool) => features.includes(tool.feature));
  const more = MORE_TOOLS.filter((tool) => features.includes(tool.feature));
  const own = ownTools().filter((tool) => features.includes(tool.feature));
  const ownEmbeds = registered('embed').filter(({ feature }) => features.includes(feature));
  const links = allowed.marks.has('link');
  return (
    <div
      ref={bar}
      className={css.pill}
      role="toolbar"
      aria-label="Format text"
      onKeyDown={(event) =>
        event.key === 'Escape' && bar.current?.contains(event.target as Node)
          ? editor.commands.focus()
          : moveBetweenTools(event)
      }
    >
      {allowed.headings.length > 0 && <StyleMenu editor={editor} level={state.level} levels={allowed.headings} />}
      {allowed.headings.length > 0 && main.length > 0 && <i className={css.divider} />}
      {main
        .filter((tool) => tool.feature === 'bold' || tool.feature === 'italic')
        .map((tool) => (
          <ToolButton key={tool.name} {...tool} on={on.includes(tool.name)} onClick={() => tool.run(editor)} />
        ))}
      {links && <LinkButton editor={editor} target={target} asked={linkAsked} features={features} />}
      <i className={css.divider} />
      {main
        .filter((tool) => tool.feature !== 'bold' && tool.feature !== 'italic')
        .map((tool) => (
          <ToolButton key={tool.name} {...tool} on={on.includes(tool.name)} onClick={() => tool.run(editor)} />
        ))}
      {features.includes('image') && <ToolButton label="Image" icon={IconPhoto} onClick={() => onAdd('image')} />}
      {features.includes('embed') && (
        <ToolButton label="Video or other media" icon={IconPlayerPlay} onClick={() => onAdd('embed')} />
      )}
      {own.map((tool) => (
        <ToolButton
          key={tool.name}
          label={tool.label}
          icon={<TypeIcon name={tool.icon} />}
          on={on.includes(tool.name)}
          onClick={() => tool.run(editor)}
        />
      ))}
      {ownEmbeds.map(({ part, entry }) => (
        <ToolButton key={part} label={entry.label} icon={<TypeIcon name={entry.icon} />} onClick={() => onAdd(part)} />
      ))}
      {more.length > 0 && (
        <Menu position="bottom-end" returnFocus={false}>
          <Menu.Target>
            <span>
              <ToolButton
                label="More formats"
                icon={IconDots}
                on={more.some((tool) => on.includes(tool.name))}
                onClick={() => undefined}
                expanded={false}
              />
            </span>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((tool) => (
              <Menu.Item
                key={tool.name}
                leftSection={<tool.icon size={18} stroke={1.75} aria-hidden />}
                onClick={() => tool.run(editor)}
                aria-current={on.includes(tool.name)}
              >
                {tool.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

function StyleMenu({ editor, level, levels }: { editor: Editor; level: number; levels: readonly number[] }) {
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <button
          type="button"
          className={css.style}
          tabIndex={-1}
          data-tool
          onMouseDown={(event) => event.preventDefault()}
          aria-label={`Kind of paragraph: ${level ? `Heading ${level}` : 'Paragraph'}`}
        >
          {level ? `Heading ${level}` : 'Paragraph'} <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => editor.chain().focus().setParagraph().run()} aria-current={level === 0}>
          Paragraph
        </Menu.Item>
        {levels.map((one) => (
          <Menu.Item
            key={one}
            onClick={() =>
              editor
                .chain()
                .focus()
                .setHeading({ level: one as 1 | 2 | 3 | 4 | 5 | 6 })
                .run()
            }
            aria-current={level === one}
          >
            Heading {one}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** One stop in the order of focus; arrows, Home and End reach the rest, Esc goes back to the text. */
function moveBetweenTools(event: KeyboardEvent<HTMLElement>): void {
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-tool]')];
  const now = tools.indexOf(document.activeElement as HTMLElement);
  const back = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const next =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? tools.length - 1
        : event.key === 'ArrowRight' || event.key === 'ArrowLeft'
          ? (now + (event.key === back ? -1 : 1) + tools.length) % tools.length
          : -1;
  if (now < 0 || next < 0) return;
  event.preventDefault();
  tools[next]?.focus();
}
