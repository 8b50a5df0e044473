import { getRouteApi } from '@tanstack/react-router';
import { idOf } from '../route-id';
import { EditScreen } from './edit-screen';
import { NewPageScreen } from './new-page-screen';

const edit = getRouteApi('/pages/$pageId/edit');
const add = getRouteApi('/pages/$pageId/add/$type');

/** Editing a page. */
export function EditRoute() {
  return <EditScreen pageId={idOf(edit.useParams().pageId)} />;
}

/** Writing a new page. */
export function NewPageRoute() {
  const { pageId, type } = add.useParams();
  return <NewPageScreen parentId={idOf(pageId)} typeName={type} />;
}
