import { IconChevronRight, IconCalendarClock, IconLock } from '@tabler/icons-react';
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
import { StateMark } from '../parts/marks';
import classes from './page-tree.module.css';
import type { Level, TreeNode } from './tree-data';

interface PageTreeProps {
  nodes: TreeNode[];
  open: ReadonlySet<number>;
  onOpenChange: (open: Set<number>) => void;
  current: number | null;
  onGo: (id: number) => void;
  onMore: (parent: Level) => void;
  onRetry: () => void;
  label: string;
  /** Pages that can't be chosen, as in the dialog for moving. */
  disabled?: ReadonlySet<number>;
  rowHeight: number;
}

function Row({ node }: { node: TreeNode }) {
  if (node.kind === 'loading') return <span className={classes.quiet}>Loading</span>;
  if (node.kind === 'problem') return <span className={classes.more}>Could not load. Try again</span>;
  if (node.kind === 'more') return <span className={classes.more}>Show {node.rest.toLocaleString('en-GB')} more</span>;
  return (
    <>
      <StateMark state={node.page.state} />
      <span className={`cut ${classes.title}`} title={node.page.title}>
        {node.page.title}
      </span>
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
  disabled,
  rowHeight,
}: PageTreeProps) {
  const act = (key: Key): void => {
    const id = String(key);
    if (id.startsWith('more:')) onMore(id.slice(5) === 'root' ? 'root' : Number(id.slice(5)));
    else if (id.startsWith('problem:')) onRetry();
    else if (!id.startsWith('loading:')) onGo(Number(id));
  };
  const render = (node: TreeNode) => {
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
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight, padding: 4 }}>
      <Tree
        aria-label={label}
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
        disabledKeys={[...(disabled ?? [])].map(String)}
        disabledBehavior="selection"
        expandedKeys={[...open].map(String)}
        onExpandedChange={(keys) => onOpenChange(new Set([...keys].map(Number).filter((id) => !Number.isNaN(id))))}
      >
        {render}
      </Tree>
    </Virtualizer>
  );
}
