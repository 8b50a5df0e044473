import { useParams } from '@tanstack/react-router';
import { SkeletonRows } from '../parts/states';
import { useTitle } from '../parts/title';
import { NotHere } from '../screens/not-here';
import { ExtensionBoundary } from './boundary';
import type { ExtensionScreen } from './contract';
import { useExtensions } from './use-extensions';

/** The screen of an extension, by the first part of the address below `/x/`. */
export function ExtensionScreenRoute() {
  const { _splat: address = '' } = useParams({ strict: false });
  const [path = '', ...rest] = address.split('/');
  const ready = useExtensions((all) => all.ready);
  const screen = useExtensions((all) => all.screens.find((candidate) => candidate.path === path));
  if (screen) return <Screen key={path} screen={screen} rest={rest.join('/')} />;
  return ready ? <NotHere what="screen" /> : <SkeletonRows />;
}

function Screen({ screen: { Component, label }, rest }: { screen: ExtensionScreen; rest: string }) {
  useTitle(label);
  return (
    <ExtensionBoundary what={`“${label}”`}>
      <Component rest={rest} />
    </ExtensionBoundary>
  );
}
