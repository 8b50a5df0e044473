import { ActionIcon } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { type ReactNode, useContext, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ControlProps } from '../control';
import { HeadSlotContext, useErrors } from '../form-context';
import { join } from '../model/pointer';
import { PanelList } from '../panels/panel-list';
import css from '../stream/spine.module.css';
import { ScopeContext, useInnerScope } from '../use-condition';

/** Named fields that belong together. Rarely needed ones may lie behind a gear button. */
export function StructControl({
  field,
  value,
  pointer,
  labelId,
  describedBy,
  bare,
}: ControlProps<Record<string, unknown> | null>) {
  const slot = useContext(HeadSlotContext);
  const { fields = [], settings = [], panels } = field.options;
  const arranged = panels ?? fields.filter(({ name }) => !settings.includes(name)).map(({ name }) => ({ field: name }));
  const errors = useErrors();
  const wrong = settings.some((name) => errors.count(join(pointer, name)) > 0);
  const [asked, setAsked] = useState(false);
  const open = asked || wrong;
  const id = useId();
  const list = { fields, values: value ?? {}, base: pointer };
  const gear = settings.length > 0 && (
    <ActionIcon
      size={26}
      className={css.gear}
      aria-label="Settings"
      title="Settings"
      aria-expanded={open}
      aria-controls={id}
      data-on={open || undefined}
      onClick={() => setAsked(!open)}
    >
      <IconSettings size={18} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
  const scope = useInnerScope(pointer);
  const body = (
    // What is inside has heads and toolbars of its own.
    <HeadSlotContext value={null}>
      <ScopeContext value={scope}>
        {gear && (bare && slot ? createPortal(gear, slot) : <div className={css.gearLine}>{gear}</div>)}
        {gear && (
          <section className={css.settings} id={id} aria-label="Settings" hidden={!open}>
            <div className={css.fields}>
              <PanelList {...list} panels={settings.map((name) => ({ field: name }))} />
            </div>
          </section>
        )}
        <div className={css.fields}>
          <PanelList {...list} panels={arranged} />
        </div>
      </ScopeContext>
    </HeadSlotContext>
  );
  return bare ? body : <Group {...{ labelId, describedBy }}>{body}</Group>;
}

function Group({
  labelId,
  describedBy,
  children,
}: {
  labelId: string;
  describedBy: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={css.struct} role="group" aria-labelledby={labelId} aria-describedby={describedBy}>
      {children}
    </div>
  );
}
