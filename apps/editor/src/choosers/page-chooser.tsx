import { ActionIcon } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { api, type PageRow, queryKeys } from '../api';
import { StateMark } from '../parts/marks';
import css from './chooser.module.css';
import { ChooserDialog } from './chooser-dialog';
import { ChooserList } from './chooser-list';
import { PickingFoot, usePicking } from './picking';
import { SearchBox } from './search-box';
import { usePieces } from './use-pieces';

interface PageChooserProps {
  /** Only pages of these types can be chosen; the others can still be walked through. */
  types: readonly string[] | null;
  selected: number | null;
  /** A page that can't be chosen, such as the one being edited. */
  except?: number | null;
  title?: string;
  onChoose: (page: PageRow) => void;
  /** Several are picked and taken together. */
  onChooseMany?: (pages: readonly PageRow[]) => void;
  onClose: () => void;
}

/** Chooses a page: walk down the tree, or search all of it. */
export function PageChooser({
  types,
  selected,
  except = null,
  title = 'Choose a page',
  onChoose,
  onChooseMany,
  onClose,
}: PageChooserProps) {
  const several = usePicking<PageRow>();
  const [text, setText] = useState('');
  const [way, setWay] = useState<PageRow[]>([]);
  const parent = way[way.length - 1]?.id ?? ('root' as const);
  const query = text ? { q: text } : { parent };
  const pieces = usePieces<PageRow>(queryKeys.pageList(query), (offset, limit, signal) =>
    api.pages.list({ ...query, offset, limit }, signal),
  );
  const fits = (page: PageRow) =>
    page.id !== except && (types === null || types.length === 0 || types.includes(page.type));
  const enter = (page: PageRow) => setWay((before) => [...before, page]);
  const choose = (page: PageRow) => {
    if (fits(page)) onChoose(page);
    else if (page.childCount > 0 && !text) enter(page);
  };
  return (
    <ChooserDialog title={title} size={720} onClose={onClose}>
      <div className={css.bar}>
        <SearchBox label="Search pages" onSearch={setText} />
      </div>
      {!text && way.length > 0 && <Way pages={way} onGo={(depth) => setWay((before) => before.slice(0, depth))} />}
      <ChooserList
        key={text ? 'search' : String(parent)}
        label={way.length && !text ? `Pages in ${way[way.length - 1]!.title}` : 'Pages'}
        pieces={pieces}
        onChoose={choose}
        picking={onChooseMany ? several : undefined}
        selected={selected === null ? [] : [selected]}
        empty={text ? 'No page has these words.' : 'No pages below this one.'}
        draw={(page) => ({
          id: page.id,
          title: page.title,
          meta: page.urlPath ? `${page.typeLabel}, ${page.urlPath}` : page.typeLabel,
          dim: !fits(page),
          mark: <StateMark state={page.state} />,
          end:
            page.childCount > 0 && !text ? (
              <ActionIcon
                size={32}
                aria-label={`Open the pages below ${page.title}`}
                onClick={(event) => {
                  event.stopPropagation();
                  enter(page);
                }}
              >
                <IconChevronRight size={18} aria-hidden />
              </ActionIcon>
            ) : undefined,
        })}
      />
      {onChooseMany && <PickingFoot picking={several} what="page" onTake={onChooseMany} />}
    </ChooserDialog>
  );
}

/** Where the tree has been walked down to, and the way back. */
function Way({ pages, onGo }: { pages: readonly PageRow[]; onGo: (depth: number) => void }) {
  return (
    <nav className={css.crumbs} aria-label="Where you are in the tree">
      <button type="button" onClick={() => onGo(0)}>
        All pages
      </button>
      {pages.map((page, index) => (
        <span key={page.id}>
          <span aria-hidden>/</span>
          <button
            type="button"
            aria-current={index === pages.length - 1 ? 'location' : undefined}
            onClick={() => onGo(index + 1)}
          >
            {page.title}
          </button>
        </span>
      ))}
    </nav>
  );
}
