import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCalendarClock, IconChevronDown, IconDeviceFloppy, IconWorldOff } from '@tabler/icons-react';
import { memo } from 'react';
import type { PageState } from '../../api';
import { sameValue } from '../../editing/compare';
import { StateMark } from '../../parts/marks';
import classes from './edit.module.css';
import type { Sentence } from './publishing';
import { useFoot } from '../../parts/use-foot';

interface SentenceBarProps {
  state: PageState;
  sentence: Sentence;
  dirty: number;
  busy: 'save' | 'publish' | null;
  canPublish: boolean;
  onPublish: () => void;
  onSave: () => void;
  onTakeOffline?: (() => void) | undefined;
  onSchedule?: (() => void) | undefined;
  /** Something is planned already. */
  planned?: boolean;
}

/** The bar at the foot: what is true, and one button that says what it will do. */
export const SentenceBar = memo(function SentenceBar({
  state,
  sentence,
  dirty,
  busy,
  canPublish,
  onPublish,
  onSave,
  onTakeOffline,
  onSchedule,
  planned = false,
}: SentenceBarProps) {
  useFoot();
  const menu = onTakeOffline !== undefined || onSchedule !== undefined || (dirty > 0 && canPublish);
  const more = (filled: boolean) =>
    menu && (
      <Menu position="top-end">
        <Menu.Target>
          <ActionIcon
            className={classes.more!}
            data-plain={!filled || undefined}
            variant={filled ? 'filled' : 'default'}
            color="heather"
            aria-label="More ways to publish"
          >
            <IconChevronDown size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {dirty > 0 && (
            <Menu.Item
              onClick={onSave}
              leftSection={<IconDeviceFloppy size={16} stroke={1.75} />}
              rightSection={<kbd>Ctrl S</kbd>}
            >
              Save draft
            </Menu.Item>
          )}
          {onSchedule && (
            <Menu.Item onClick={onSchedule} leftSection={<IconCalendarClock size={16} stroke={1.75} />}>
              {planned ? 'Change the plan' : 'Publish at a time'}
            </Menu.Item>
          )}
          {onTakeOffline && (
            <Menu.Item onClick={onTakeOffline} leftSection={<IconWorldOff size={16} stroke={1.75} />}>
              Take offline
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    );
  return (
    <div className={classes.bar} role="region" aria-label="Publishing">
      <StateMark state={dirty > 0 && state === 'live' ? 'live-changed' : state} />
      <span className={classes.say}>
        <b>{sentence.lead}</b>
        {sentence.rest}
        {sentence.aside && (
          <>
            <span className="no-phone">{sentence.aside}</span>.
          </>
        )}
      </span>
      {dirty > 0 && (
        <Button
          className={canPublish ? 'no-phone' : ''}
          onClick={onSave}
          loading={busy === 'save'}
          disabled={busy === 'publish'}
        >
          Save draft
        </Button>
      )}
      {canPublish && sentence.action !== null ? (
        <span className={classes.split} data-split={menu || undefined}>
          <Button variant="filled" onClick={onPublish} loading={busy === 'publish'} disabled={busy === 'save'}>
            <span className="no-phone">{sentence.action}</span>
            <span className="only-phone">{sentence.short}</span>
          </Button>
          {more(true)}
        </span>
      ) : (
        <>
          {dirty === 0 && (
            <span className={classes.quiet}>{state === 'live' ? 'Everything is live' : 'Everything is saved'}</span>
          )}
          {canPublish && (onTakeOffline ?? onSchedule) && more(false)}
        </>
      )}
    </div>
  );
}, sameValue);
