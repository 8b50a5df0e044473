import { Checkbox } from '@mantine/core';
import { IconChevronRight, IconLayersLinked, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode, RefObject } from 'react';
import type { PageRow } from '../../api';
import { when } from '../../parts/dates';
import { mayOpen } from '../../parts/may-open';
import { LocaleTag, Person, StateText } from '../../parts/marks';
import { useListRows } from '../../parts/use-list-rows';
import { count } from '../../parts/words';
import { RowHandle, useRowDrag, type Rearrange } from './ordering/row-handle';
import { PlanTag } from './plan-tag';
import classes from './pages-table.module.css';

interface PagesTableProps {
  pages: PageRow[];
  total: number;
  selected: ReadonlySet<number>;
  onSelect: (selected: Set<number>) => void;
  menu: (page: PageRow, index: number) => ReactNode;
  scroller: RefObject<HTMLElement | null>;
  onNeedMore: () => void;
  label: string;
  showLocale: boolean;
  /** Rows change places by drag and by keyboard; absent: they do not. */
  onRearrange?: Rearrange | undefined;
}

/** The list of children. Only the rows in sight are in the document, so that a thousand are as quick as ten. */
export function PagesTable({
  pages,
  total,
  selected,
  onSelect,
  menu,
  scroller,
  onNeedMore,
  label,
  showLocale,
  onRearrange,
}: PagesTableProps) {
  const drag = useRowDrag(pages.length, onRearrange);
  const {
    box,
    virtual: rows,
    shown,
    offset: margin,
  } = useListRows({
    count: pages.length,
    total,
    keyOf: (index) => pages[index]?.id ?? index,
    scroller,
    onNeedMore,
  });
  const all = pages.length > 0 && pages.every((page) => selected.has(page.id));
  const toggle = (id: number): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={total}
      className={classes.table}
      data-locale={showLocale || undefined}
    >
      <div role="row" className={`${classes.row} ${classes.head}`}>
        <span role="columnheader">
          <Checkbox
            aria-label="Select all"
            checked={all}
            indeterminate={!all && selected.size > 0}
            onChange={() => onSelect(all ? new Set() : new Set(pages.map((page) => page.id)))}
          />
        </span>
        <span role="columnheader">Page</span>
        <span role="columnheader" className={classes.state}>
          State
        </span>
        {showLocale && (
          <span role="columnheader" className={classes.locale}>
            Language
          </span>
        )}
        <span role="columnheader" className={classes.edited}>
          Edited
        </span>
        <span role="columnheader">
          <span className="visually-hidden">Actions</span>
        </span>
      </div>
      <div ref={box} role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {shown.map(({ index, start, key }) => {
          const page = pages[index];
          if (!page) return null;
          const params = { pageId: String(page.id) };
          return (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              className={classes.row}
              data-selected={selected.has(page.id) || undefined}
              data-line={drag.line === index ? 'above' : drag.line === index + 1 ? 'below' : undefined}
              {...(onRearrange ? drag.row(index) : {})}
              style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start - margin}px)` }}
            >
              <span role="cell">
                {onRearrange && (
                  <RowHandle
                    title={page.title}
                    index={index}
                    count={pages.length}
                    onMove={onRearrange}
                    drag={drag.handle(index)}
                  />
                )}
                <Checkbox
                  aria-label={`Select ${page.title}`}
                  checked={selected.has(page.id)}
                  onChange={() => toggle(page.id)}
                />
              </span>
              <div role="cell" className={classes.page}>
                <span className={classes.title}>
                  <Link to={mayOpen(page) ? '/pages/$pageId/edit' : '/pages/$pageId'} params={params} className="cut">
                    {page.title}
                  </Link>
                  {page.aliasOf && (
                    <span className={classes.tag} title={`Mirrors “${page.aliasOf.title}”`}>
                      <IconLayersLinked size={13} stroke={1.75} aria-hidden />
                      Mirror
                    </span>
                  )}
                  {page.schedule && <PlanTag plans={page.schedule} />}
                  {page.locked && (
                    <span className={classes.tag}>
                      <IconLock size={13} stroke={1.75} aria-hidden />
                      Locked
                    </span>
                  )}
                  {page.childCount > 0 && (
                    <Link
                      to="/pages/$pageId"
                      params={params}
                      className={classes.tag}
                      aria-label={`${count(page.childCount, 'page')} below ${page.title}`}
                    >
                      {count(page.childCount, 'page')}
                      <IconChevronRight size={13} stroke={1.75} aria-hidden />
                    </Link>
                  )}
                </span>
                <span className={`cut ${classes.sub}`}>
                  {page.typeLabel}
                  {page.urlPath && (
                    <>
                      <i aria-hidden>·</i>
                      {page.urlPath}
                    </>
                  )}
                </span>
              </div>
              <span role="cell" className={classes.state}>
                <StateText row={page} />
              </span>
              {showLocale && (
                <span role="cell" className={classes.locale}>
                  <LocaleTag code={page.locale} />
                </span>
              )}
              <span role="cell" className={classes.edited}>
                {page.updatedBy && <Person id={page.updatedBy.id} name={page.updatedBy.name} size={20} />}
                <span className="cut">{page.updatedAt ? when(page.updatedAt) : ''}</span>
              </span>
              <span role="cell" className={classes.menu}>
                {menu(page, index)}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
