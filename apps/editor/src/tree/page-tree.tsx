import { IconCalendarClock, IconChevronRight, IconLayersLinked, IconLock } from '@tabler/icons-react';
import {
  Button,
  Collection,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
  type Key,
} from 'react-aria-components';
import type { PageRow } from '../api';
import { StateMark } from '../parts/marks';
import classes from './page-tree.module.css';
import type { KeyboardEvent } from 'react';
import type { Level } from './tree-data';
import type { TreeStep } from './use-tree-moves';

/** What a row of the tree shows of a page. */
export interface TreePage extends Pick<PageRow, 'id' | 'title' | 'state' | 'childCount'> {
  readonly locked?: boolean;
  readonly aliasOf?: PageRow['aliasOf'];
  readonly schedule?: PageRow['schedule'];
  /** Why it cannot be chosen, in trees for choosing. */
  readonly refusal?: { readonly message: string } | null;
}

/** A row of the tree: a page, a row that loads more of its siblings, or one standing for a level on its way. */
export type TreeRow =
  | { kind: 'page'; id: string; page: TreePage; children: TreeRow[] }
  | { kind: 'more'; id: string; parent: Level; rest: number }
  | { kind: 'loading'; id: string }
  | { kind: 'problem'; id: string; parent: Level };

interface PageTreeProps {
  nodes: TreeRow[];
  open: ReadonlySet<number>;
  onOpenChange: (open: Set<number>) => void;
  current: number | null;
  onGo: (id: number) => void;
  onMore: (parent: Level) => void;
  onRetry: () => void;
  label: string;
  rowHeight: number;
  /** Alt and an arrow on a page; absent where pages are chosen and not moved. */
  onStep?: (id: number, step: TreeStep) => void;
}

const STEPS: Readonly<Record<string, TreeStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

function Row({ node }: { node: TreeRow }) {
  if (node.kind === 'loading') return <span className={classes.quiet}>Loading</span>;
  if (node.kind === 'problem') return <span className={classes.more}>Could not load. Try again</span>;
  if (node.kind === 'more') return <span className={classes.more}>Show {node.rest.toLocaleString('en-GB')} more</span>;
  return (
    <>
      <StateMark state={node.page.state} />
      <span
        className={`cut ${classes.title}`}
        title={node.page.refusal?.message ?? node.page.title}
        data-refused={node.page.refusal ? true : undefined}
      >
        {node.page.title}
      </span>
      {node.page.aliasOf && (
        <IconLayersLinked
          className={classes.aside}
          size={15}
          stroke={1.75}
          aria-label={`Mirrors ${node.page.aliasOf.title}`}
        />
      )}
      {node.page.schedule && (
        <IconCalendarClock className={classes.aside} size={15} stroke={1.75} aria-label="Planned" />
      )}
      {node.page.locked && <IconLock className={classes.aside} size={15} stroke={1.75} aria-label="Locked" />}
    </>
  );
}

/** The page tree after the ARIA tree pattern, with only the visible rows in the document. */
export function PageTree({
  nodes,
  open,
  onOpenChange,
  current,
  onGo,
  onMore,
  onRetry,
  label,
  rowHeight,
  onStep,
}: PageTreeProps) {
  // Before the tree sees it, which would move the focus or close the branch.
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const step = STEPS[event.key];
    if (!onStep || !step || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const key = (event.target as HTMLElement).closest('[role=row]')?.getAttribute('data-key');
    if (!key || Number.isNaN(Number(key))) return;
    event.preventDefault();
    event.stopPropagation();
    onStep(Number(key), step);
  };
  const act = (key: Key): void => {
    const id = String(key);
    if (id.startsWith('more:')) onMore(id.slice(5) === 'root' ? 'root' : Number(id.slice(5)));
    else if (id.startsWith('problem:')) onRetry();
    else if (!id.startsWith('loading:')) onGo(Number(id));
  };
  const render = (node: TreeRow) => {
    const branch = node.kind === 'page' && node.page.childCount > 0;
    return (
      <TreeItem
        id={node.id}
        textValue={
          node.kind === 'page'
            ? node.page.title
            : node.kind === 'more'
              ? 'Show more'
              : node.kind === 'problem'
                ? 'Try again'
                : 'Loading'
        }
        hasChildItems={branch}
        className={classes.row!}
      >
        <TreeItemContent>
          {({ level, isExpanded }) => (
            <span className={classes.line} style={{ '--level': level - 1 } as React.CSSProperties}>
              {branch ? (
                <Button slot="chevron" className={classes.twisty!} aria-label={isExpanded ? 'Close' : 'Open'}>
                  <IconChevronRight size={14} stroke={1.75} />
                </Button>
              ) : (
                <span className={classes.twisty} />
              )}
              <Row node={node} />
            </span>
          )}
        </TreeItemContent>
        {branch && <Collection items={node.children}>{render}</Collection>}
      </TreeItem>
    );
  };
  return (
    <div className={classes.keys} {...(onStep ? { id: 'page-tree' } : {})} onKeyDownCapture={onKey}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight, padding: 4 }}>
        <Tree
          aria-label={label}
          {...(onStep ? { 'aria-describedby': 'tree-keys' } : {})}
          className={classes.tree!}
          items={nodes}
          selectionMode="single"
          selectionBehavior="toggle"
          disallowEmptySelection
          selectedKeys={current === null ? [] : [String(current)]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            if (key !== undefined) act(key);
          }}
          onAction={act}
          expandedKeys={[...open].map(String)}
          onExpandedChange={(keys) => onOpenChange(new Set([...keys].map(Number).filter((id) => !Number.isNaN(id))))}
        >
          {render}
        </Tree>
      </Virtualizer>
      {onStep && (
        <span id="tree-keys" hidden>
          Alt and the arrow keys move a page: up, down, into the page above, or out of the page it is in.
        </span>
      )}
    </div>
  );
}
