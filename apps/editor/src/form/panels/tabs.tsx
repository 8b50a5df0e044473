import { useEffect, useId, useState } from 'react';
import type { Tab } from '../contract';
import { onReveal } from '../parts/reveal';
import { fieldsOf } from './fields-of';
import { PanelList, type PanelListProps } from './panel-list';
import { TabBar } from './tab-bar';
import { useShown } from './use-shown';

interface TabsProps extends Omit<PanelListProps, 'panels'> {
  tabs: readonly Tab[];
}

/**
 * The parts of a form. One whose every panel is hidden by its condition is left out of the bar until something in it
 * shows again; what was typed there stays.
 */
export function Tabs({ tabs, ...list }: TabsProps) {
  const id = useId();
  const shown = useShown(
    tabs.map((tab) => tab.panels),
    list,
  );
  const [wanted, setWanted] = useState(0);
  const [seen, setSeen] = useState<ReadonlySet<number>>(() => new Set());
  const offered = tabs.flatMap((_, at) => (shown[at] ? [at] : []));
  const chosen = offered.includes(wanted) ? wanted : (offered[0] ?? -1);
  // Once looked at, a part stays drawn: what stands open in it must not fold up.
  if (chosen >= 0 && !seen.has(chosen)) setSeen(new Set([...seen, chosen]));
  useEffect(
    () =>
      onReveal((pointer) => {
        const at = tabs.findIndex((tab) => fieldsOf(tab.panels).includes(pointer.split('/')[1] ?? ''));
        if (at >= 0) setWanted(at);
      }),
    [tabs],
  );
  const many = offered.length > 1;
  return (
    <>
      {many && <TabBar id={id} tabs={tabs} offered={offered} chosen={chosen} onChoose={setWanted} />}
      {tabs.map((tab, at) => (
        <div
          key={at}
          role={many ? 'tabpanel' : undefined}
          id={`${id}-panel-${at}`}
          aria-labelledby={many ? `${id}-tab-${at}` : undefined}
          hidden={at !== chosen}
        >
          {seen.has(at) && <PanelList {...list} panels={tab.panels} />}
        </div>
      ))}
    </>
  );
}
