import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { TypeIcon } from '../../parts/type-icon';
import type { GroupPanel } from '../contract';
import css from './panels.module.css';

interface GroupProps {
  panel: GroupPanel;
  /** Errors of the fields within. */
  errors: number;
  children: ReactNode;
}

/** Fields under a heading. Where it says so the group can be folded; errors within unfold it. */
export function Group({ panel, errors, children }: GroupProps) {
  const headingId = useId();
  const heading = (
    <>
      {panel.icon && <TypeIcon name={panel.icon} fallback="shapes" />}
      <span>{panel.heading}</span>
    </>
  );
  const help = panel.help && <p className={css.groupHelp}>{panel.help}</p>;
  if (panel.collapsed === undefined || panel.collapsed === null) {
    return (
      <section className={css.group} aria-labelledby={headingId}>
        <h2 className={css.heading} id={headingId}>
          {heading}
        </h2>
        {help}
        {children}
      </section>
    );
  }
  return (
    <Folding heading={heading} open={!panel.collapsed} errors={errors}>
      {help}
      {children}
    </Folding>
  );
}

interface FoldingProps {
  heading: ReactNode;
  open: boolean;
  errors: number;
  children: ReactNode;
}

function Folding({ heading, open: atFirst, errors, children }: FoldingProps) {
  const [open, setOpen] = useState(atFirst);
  useEffect(() => {
    if (errors > 0) setOpen(true);
  }, [errors]);
  return (
    <details className={css.group} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={css.summary}>
        <IconChevronRight size={16} stroke={2} aria-hidden />
        {heading}
        {errors > 0 && (
          <span className={css.count} data-tone="danger">
            {errors}
            <span className="visually-hidden"> {errors === 1 ? 'error' : 'errors'}</span>
          </span>
        )}
      </summary>
      {children}
    </details>
  );
}
