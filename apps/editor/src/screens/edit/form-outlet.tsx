import { lazy, Suspense, type ComponentProps } from 'react';
import { SkeletonRows } from '../../parts/states';

const ContentForm = lazy(() => import('../../form').then((module) => ({ default: module.ContentForm })));

/** The form of a content type, in a chunk of its own: rich text and blocks load with it. */
export function FormOutlet(props: ComponentProps<typeof ContentForm>) {
  return (
    <Suspense fallback={<SkeletonRows rows={6} height="76px" />}>
      <ContentForm {...props} />
    </Suspense>
  );
}
