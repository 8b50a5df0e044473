import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { RecordId } from '../api';
import { ProblemNote, SkeletonRows } from '../parts/states';
import css from './chooser.module.css';
import { PickBox, type Picking } from './picking';
import type { Pieces } from './use-pieces';

/** A row of a chooser as it is drawn. */
export interface ChooserRow {
  id: RecordId;
  title: string;
  meta: string;
  mark: ReactNode;
  dim?: boolean;
  end?: ReactNode;
}

interface ChooserListProps<Row> {
  label: string;
  pieces: Pieces<Row>;
  draw: (row: Row) => ChooserRow;
  onChoose: (row: Row) => void;
  selected: readonly RecordId[];
  empty: string;
  /** Several are picked before they are taken; without it a row is taken at once. */
  picking?: Picking<Row> | undefined;
}

/** Rows to choose from. Arrows move, Enter chooses, Space picks one of many, Tab reaches what else a row offers. */
export function ChooserList<Row>({ label, pieces, draw, onChoose, selected, empty, picking }: ChooserListProps<Row>) {
  if (pieces.loading)
    return (
      <div className={css.list}>
        <SkeletonRows rows={7} />
      </div>
    );
  if (pieces.error && pieces.rows.length === 0)
    return (
      <div className={css.main}>
        <ProblemNote error={pieces.error} what="The list could not be read." onRetry={pieces.retry} />
      </div>
    );
  const drawn = pieces.rows.map((row) => ({ row, look: draw(row) }));
  return (
    <div className={css.list}>
      <GridList
        aria-label={label}
        renderEmptyState={() => <p className={css.quiet}>{empty}</p>}
        {...(picking
          ? {
              selectionMode: 'multiple' as const,
              selectedKeys: picking.keys,
              disabledKeys: drawn.filter(({ look }) => look.dim).map(({ look }) => String(look.id)),
              onSelectionChange: (keys) => picking.pick(keys, pieces.rows),
            }
          : {})}
      >
        {drawn.map(({ look, row }) => (
          <GridListItem
            key={look.id}
            id={String(look.id)}
            textValue={look.title}
            className={css.row}
            data-dim={look.dim || undefined}
            data-chosen={selected.includes(look.id) || undefined}
            {...(picking ? {} : { onAction: () => onChoose(row) })}
          >
            {picking && <PickBox />}
            {look.mark}
            <span className={css.rowText}>
              <b className="cut">{look.title}</b>
              <span className="cut">{look.meta}</span>
            </span>
            {look.end}
          </GridListItem>
        ))}
      </GridList>
      {pieces.more && (
        <div className={css.more}>
          <Button onClick={pieces.more} loading={pieces.loadingMore}>
            Show more of {pieces.total}
          </Button>
        </div>
      )}
    </div>
  );
}
