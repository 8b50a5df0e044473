import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, type CSSProperties } from 'react';
import { CollectionsSide } from '../screens/media/collections-side';
import { PageTreeSide } from '../tree/page-tree-side';
import { UploadTray } from '../screens/media/upload-tray';
import { UploadProvider } from '../screens/media/uploads';
import { Rail, TabBar } from './rail';
import classes from './shell.module.css';
import { SideDivider } from './side-divider';
import { ShellProvider, useShell } from './shell-state';

const Palette = lazy(() => import('../palette/palette'));

type SideKind = 'tree' | 'collections' | null;
const editing = /^\/pages\/\d+\/(edit|add\/.+)$|^\/snippets\/[^/]+\/[^/]+$/;

function sideOf(path: string): SideKind {
  if (path === '/pages' || path.startsWith('/pages/')) return 'tree';
  if (path.startsWith('/media') || path.startsWith('/documents')) return 'collections';
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
  const side = kind === 'collections' ? <CollectionsSide /> : <PageTreeSide onGo={() => setDrawerOpen(false)} />;
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
        <aside className={classes.side} aria-label={kind === 'collections' ? 'Collections' : 'Page tree'}>
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
          aria-label={kind === 'collections' ? 'Collections' : 'Page tree'}
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
      <UploadProvider>
        <Frame />
      </UploadProvider>
    </ShellProvider>
  );
}
