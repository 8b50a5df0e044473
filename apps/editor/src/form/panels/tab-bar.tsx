import { type KeyboardEvent, useSyncExternalStore } from 'react';
import type { Tab } from '../contract';
import { useErrors, useForm } from '../form-context';
import { join } from '../model/pointer';
import { fieldsOf } from './fields-of';
import css from './panels.module.css';

interface TabBarProps {
  id: string;
  tabs: readonly Tab[];
  /** The places of those which have anything to show. */
  offered: readonly number[];
  chosen: number;
  onChoose: (index: number) => void;
}

/** The parts of a form. Red counts are errors, amber ones things worth a look. */
export function TabBar({ id, tabs, offered, chosen, onChoose }: TabBarProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const { length } = offered;
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? length - 1 : (offered.indexOf(chosen) + step + length) % length;
    if (step === 0 && event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    onChoose(offered[next]!);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div className={css.tabs} role="tablist" aria-label="Parts of this form" onKeyDown={onKeyDown} data-form-tabs>
      {offered.map((index) => (
        <button
          key={index}
          type="button"
          role="tab"
          id={`${id}-tab-${index}`}
          aria-controls={`${id}-panel-${index}`}
          aria-selected={index === chosen}
          tabIndex={index === chosen ? 0 : -1}
          className={css.tab}
          onClick={() => onChoose(index)}
        >
          {tabs[index]!.name}
          <TabCount tab={tabs[index]!} />
        </button>
      ))}
    </div>
  );
}

function TabCount({ tab }: { tab: Tab }) {
  const { hints } = useForm();
  const errors = useErrors();
  useSyncExternalStore(hints.subscribe, hints.snapshot);
  const fields = fieldsOf(tab.panels);
  const red = fields.reduce((sum, name) => sum + errors.count(join('', name)), 0);
  const amber = hints.of(fields);
  if (red > 0)
    return (
      <span className={css.count} data-tone="danger">
        {red}
        <span className="visually-hidden"> {red === 1 ? 'error' : 'errors'}</span>
      </span>
    );
  if (amber > 0)
    return (
      <span className={css.count} data-tone="warn">
        {amber}
        <span className="visually-hidden"> {amber === 1 ? 'warning' : 'warnings'}</span>
      </span>
    );
  return null;
}
