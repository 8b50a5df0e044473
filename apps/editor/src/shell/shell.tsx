import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, type CSSProperties } from 'react';
import { CollectionsSide } from '../screens/media/collections-side';
import { RecordsSide } from '../screens/records/records-side';
import { SettingsSide } from '../screens/settings/settings-side';
import { AvatarsProvider } from '../parts/avatars';
import { PageTreeSide } from '../tree/page-tree-side';
import { UploadTray } from '../uploads/upload-tray';
import { UploadProvider } from '../uploads/uploads';
import { Rail, TabBar } from './rail';
import classes from './shell.module.css';
import { SideDivider } from './side-divider';
import { ShellProvider, useShell } from './shell-state';

const Palette = lazy(() => import('../palette/palette'));

type SideKind = keyof typeof sides;
const editing = /^\/pages\/\d+\/(edit|add\/.+)$|^\/records\/[^/]+\/[^/]+$/;

const sides = {
  tree: { label: 'Page tree', Side: PageTreeSide },
  collections: { label: 'Collections', Side: CollectionsSide },
  records: { label: 'Content', Side: RecordsSide },
  settings: { label: 'Settings', Side: SettingsSide },
};

function sideOf(path: string): SideKind | null {
  if (path === '/pages' || path.startsWith('/pages/')) return 'tree';
  if (path.startsWith('/media') || path.startsWith('/documents')) return 'collections';
  if (path.startsWith('/records')) return 'records';
  if (path.startsWith('/settings') || path.startsWith('/reports') || path === '/account') return 'settings';
  return null;
}

function Frame() {
  const { drawerOpen, setDrawerOpen, sideWanted, sideWidth, paletteOpen, setPaletteOpen } = useShell();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    // What had the focus went with the last screen: go on at the start of this one.
    if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
  const wide = useMediaQuery('(min-width: 1101px)', true, { getInitialValueInEffect: false });
  const isEditing = editing.test(path);
  const kind = sideOf(path);
  const column = wide && kind !== null && (!isEditing || sideWanted);
  const { label, Side } = sides[kind ?? 'tree'];
  const side = <Side onGo={() => setDrawerOpen(false)} />;
  return (
    <div
      className={classes.app}
      data-side={column || undefined}
      data-editing={isEditing || undefined}
      style={{ '--tree': `${sideWidth}px` } as CSSProperties}
    >
      <a href="#main" className={classes.skip}>
        Skip to the content
      </a>
      <Rail />
      {column && (
        <aside className={classes.side} aria-label={label}>
          {side}
          <SideDivider />
        </aside>
      )}
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      {!isEditing && <TabBar />}
      {!wide && kind !== null && (
        <Drawer
          opened={drawerOpen}
          onClose={() => setDrawerOpen(false)}
          position="left"
          size={320}
          withCloseButton={false}
          title={undefined}
          classNames={{ content: classes.drawer!, body: classes.drawerBody! }}
          aria-label={label}
        >
          {side}
        </Drawer>
      )}
      <UploadTray />
      {paletteOpen && (
        <Suspense>
          <Palette onClose={() => setPaletteOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The frame around every screen: rail, side column, sheet, and on phones the bar at the foot. */
export function Shell() {
  return (
    <ShellProvider>
      <AvatarsProvider>
        <UploadProvider>
          <Frame />
        </UploadProvider>
      </AvatarsProvider>
    </ShellProvider>
  );
}
