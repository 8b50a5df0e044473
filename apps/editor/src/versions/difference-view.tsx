import { IconArrowsMoveVertical, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Difference, ItemDifference, MemberDifference, RichTextBlockDifference, Run } from '../api';
import { readable } from '../parts/dates';
import { count } from '../parts/words';
import classes from './difference.module.css';

/** Which side is shown: both in one text, or one of them alone. */
export type Side = 'both' | 'old' | 'new';

const isShown = ({ op }: { op: string }, side: Side): boolean =>
  side === 'both' || op === 'equal' || op === 'change' || op === (side === 'old' ? 'delete' : 'insert');

function Words({ runs, side }: { runs: Run[]; side: Side }): ReactNode {
  return runs
    .filter((run) => isShown(run, side))
    .map((run, index) => {
      const look = run.marks?.length ? { 'data-marks': run.marks.join(' ') } : {};
      if (run.op === 'insert')
        return (
          <ins key={index} {...look}>
            {run.text}
          </ins>
        );
      if (run.op === 'delete')
        return (
          <del key={index} {...look}>
            {run.text}
          </del>
        );
      return look['data-marks'] ? (
        <span key={index} {...look}>
          {run.text}
        </span>
      ) : (
        run.text
      );
    });
}

const whatOf: Readonly<Record<string, string>> = { image: 'Picture', embed: 'Video', hr: 'Line' };
/** What stands in a text without being words. */
const nameOf = ({ tag, embed = '' }: RichTextBlockDifference): string =>
  whatOf[embed.split(':')[0] ?? ''] ?? whatOf[tag] ?? '';

function TextBlock({ block, side }: { block: RichTextBlockDifference; side: Side }) {
  const thing = block.runs.length ? '' : nameOf(block);
  return (
    <p
      className={classes.block}
      data-tag={block.tag}
      data-list={block.list}
      data-op={thing ? block.op : undefined}
      style={block.depth > 1 ? { paddingInlineStart: `${block.depth * 20}px` } : undefined}
    >
      {thing ? <span className={classes.thing}>{thing}</span> : <Words runs={block.runs} side={side} />}
      {block.oldTag && side === 'both' && <span className={classes.note}> (another kind of paragraph)</span>}
    </p>
  );
}

/** Long stretches that stayed the same are folded to what stands beside a change. */
function folded(blocks: RichTextBlockDifference[]): (RichTextBlockDifference | number)[] {
  const near = (at: number): boolean =>
    [at - 1, at, at + 1].some((index) => blocks[index] !== undefined && blocks[index].op !== 'equal');
  const shown: (RichTextBlockDifference | number)[] = [];
  blocks.forEach((block, at) => {
    const last = shown[shown.length - 1];
    if (near(at)) shown.push(block);
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1;
    else shown.push(1);
  });
  return shown;
}

const states = {
  added: { icon: IconPlus, word: 'Added' },
  removed: { icon: IconMinus, word: 'Removed' },
  changed: { icon: IconPencil, word: 'Changed' },
  equal: { icon: IconArrowsMoveVertical, word: 'Moved' },
};

function Item({ item, side }: { item: ItemDifference; side: Side }) {
  const { icon: Icon, word } = states[item.status];
  const places =
    item.moved && item.from !== null && item.to !== null ? `from place ${item.from + 1} to ${item.to + 1}` : '';
  return (
    <li className={classes.item} data-status={item.status}>
      <p className={classes.itemHead}>
        <Icon size={16} stroke={1.75} aria-hidden />
        <b>{item.label || 'Entry'}</b>
        <span>
          {word}
          {places && (item.status === 'equal' ? ` ${places}` : `, moved ${places}`)}
        </span>
      </p>
      {item.difference && <DifferenceView difference={item.difference} side={side} />}
      {!item.difference && item.summary && <p className={classes.summary}>{item.summary}</p>}
    </li>
  );
}

function Items({ items, side }: { items: ItemDifference[]; side: Side }) {
  const told = items.filter(({ status, moved }) => status !== 'equal' || moved);
  const same = items.length - told.length;
  return (
    <>
      <ul className={classes.items}>
        {told.map((item) => (
          <Item key={item.id} item={item} side={side} />
        ))}
      </ul>
      {same > 0 && (
        <p className={classes.note}>
          {count(same, 'other stayed', 'others stayed')} as {same === 1 ? 'it was' : 'they were'}.
        </p>
      )}
    </>
  );
}

function Members({ members, side }: { members: MemberDifference[]; side: Side }) {
  return (
    <dl className={classes.members}>
      {members.map((member) => (
        <div key={member.name}>
          <dt>{member.label}</dt>
          <dd>
            <DifferenceView difference={member.difference} side={side} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What differs between two versions of a value, in the words of whoever wrote it. */
export function DifferenceView({ difference, side = 'both' }: { difference: Difference; side?: Side }) {
  const {
    type,
    runs = [],
    blocks = [],
    rows = [],
    caption = [],
    members = [],
    items = [],
    oldText,
    newText,
  } = difference;
  switch (type) {
    case 'text':
      return (
        <p className={classes.text}>
          <Words runs={runs} side={side} />
        </p>
      );
    case 'richText':
      return (
        <div className={classes.text}>
          {folded(blocks.filter((block) => isShown(block, side))).map((block, index) =>
            typeof block === 'number' ? (
              <p key={index} className={classes.note}>
                {count(block, 'paragraph')} the same
              </p>
            ) : (
              <TextBlock key={index} block={block} side={side} />
            ),
          )}
        </div>
      );
    case 'grid':
      return (
        <div className={classes.grid}>
          {caption.length > 0 && (
            <p>
              <Words runs={caption} side={side} />
            </p>
          )}
          <table>
            <tbody>
              {rows
                .filter((row) => isShown(row, side))
                .map((row, index) => (
                  <tr key={index} data-op={row.op}>
                    {row.cells.map((cell, at) => (
                      <td key={at}>
                        <Words runs={cell} side={side} />
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      );
    case 'members':
      return <Members members={members} side={side} />;
    case 'items':
      return <Items items={items} side={side} />;
    default:
      return (
        <p className={classes.value}>
          {side !== 'new' && oldText && <del>{readable(oldText)}</del>}
          {side === 'both' && oldText && newText && ' '}
          {side !== 'old' && newText && <ins>{readable(newText)}</ins>}
          {((side === 'old' && !oldText) || (side === 'new' && !newText)) && (
            <span className={classes.note}>Empty</span>
          )}
        </p>
      );
  }
}
