import { ActionIcon, Drawer } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconX, type Icon } from '@tabler/icons-react';
import { useId, useMemo, useState, type ComponentProps, type ReactNode } from 'react';
import { useSteady } from '../../editing/use-steady';
import { TopBar } from '../../shell/top-bar';
import classes from './edit.module.css';
import historyClasses from './history.module.css';

/** A column beside the form, opened by a button in the header. */
export interface SidePanel {
  name: string;
  label: string;
  icon: Icon;
  content: ReactNode;
  /** Takes as much room as the form, and fills its column. */
  wide?: boolean;
}
interface EditFrameProps extends Pick<
  ComponentProps<typeof TopBar>,
  'crumbs' | 'back' | 'status' | 'sideButton' | 'sideAlways'
> {
  panels?: SidePanel[];
  /** Whether the form brings a column beside it. */
  side?: boolean;
  /** Tools in the header, behind the buttons of the panels. */
  tools?: ReactNode;
  children: ReactNode;
  /** The bar at the foot. */
  foot?: ReactNode;
}
const none = 'none';
const NO_PANELS: SidePanel[] = [];

/**
 * The frame around whatever is edited: header, form, at most one panel beside it, and the bar at the foot. Header and
 * panel are drawn again only when what they are given changes: memoise it, a key typed into the form comes by here.
 */
export function EditFrame({ panels = NO_PANELS, side = false, tools, children, foot, ...top }: EditFrameProps) {
  const [column, setColumn] = useLocalStorage<string>({
    key: 'pipit-editor-panel',
    defaultValue: 'history',
    getInitialValueInEffect: false,
  });
  const [drawer, setDrawer] = useState(none);
  const wide = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false });
  const [chosen, choose] = wide ? ([column, setColumn] as const) : ([drawer, setDrawer] as const);
  const panel = panels.find(({ name }) => name === chosen);
  const frame = useId();
  const close = useSteady((): void => {
    choose(none);
    // The button that was pressed goes with the panel; what opens it again is next.
    if (wide) document.getElementById(`${frame}${chosen}`)?.focus({ preventScroll: true });
  });
  const press = useSteady((name: string): void => choose(name === chosen ? none : name));
  const content = useMemo(() => panel && <PanelContent panel={panel} onClose={close} />, [panel, close]);
  const buttons = useMemo(
    () => (
      <>
        {panels.map(({ name, label, icon: Shape }) => (
          <ActionIcon
            key={name}
            id={`${frame}${name}`}
            aria-label={label}
            title={label}
            aria-pressed={name === chosen}
            data-on={name === chosen || undefined}
            onClick={() => press(name)}
          >
            <Shape size={18} stroke={1.75} />
          </ActionIcon>
        ))}
        {tools}
      </>
    ),
    [panels, chosen, press, tools, frame],
  );
  return (
    <>
      <TopBar search={false} {...top}>
        {buttons}
      </TopBar>
      <div className={classes.body} data-panel={(wide && panel && (panel.wide ? 'wide' : 'slim')) || undefined}>
        <div className={classes.scroller}>
          <div className={classes.form} data-side={side || undefined}>
            {children}
          </div>
        </div>
        {wide && panel && (
          <aside className={classes.panel} aria-label={panel.label}>
            {content}
          </aside>
        )}
        {!wide && (
          <Drawer
            opened={panel !== undefined}
            onClose={close}
            size={panel?.wide ? '100%' : 420}
            withCloseButton={false}
            classNames={{ content: classes.drawer!, body: classes.drawerBody! }}
            aria-label={panel?.label ?? ''}
          >
            {content}
          </Drawer>
        )}
      </div>
      {foot}
    </>
  );
}

function PanelContent({ panel, onClose }: { panel: SidePanel; onClose: () => void }) {
  const close = `Close ${panel.label.toLowerCase()}`;
  return (
    <>
      <div className={historyClasses.head}>
        <h2>{panel.label}</h2>
        <ActionIcon size={26} aria-label={close} title={close} onClick={onClose}>
          <IconX size={18} stroke={1.75} />
        </ActionIcon>
      </div>
      {panel.wide ? panel.content : <div className={historyClasses.list}>{panel.content}</div>}
    </>
  );
}
