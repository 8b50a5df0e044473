import { getRouteApi } from '@tanstack/react-router';
import { AddScreen } from './pages/add-screen';
import { PagesScreen } from './pages/pages-screen';
import { idOf } from './route-id';

const pages = getRouteApi('/pages');
const page = getRouteApi('/pages/$pageId');
const add = getRouteApi('/pages/$pageId/add');

/** The top of the page tree. */
export function PagesRoute() {
  return <PagesScreen pageId={null} search={pages.useSearch()} />;
}

/** The children of a page. */
export function PageRoute() {
  const { pageId } = page.useParams();
  return <PagesScreen key={pageId} pageId={idOf(pageId)} search={page.useSearch()} />;
}

/** Choosing the type of a new page. */
export function AddRoute() {
  return <AddScreen pageId={idOf(add.useParams().pageId)} />;
}
