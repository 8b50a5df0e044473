import { defineProblem } from '@pipit/kernel';

/** The token was changed, has expired, or its person's session has ended. */
export const previewEnded = defineProblem({
  code: 'preview_ended',
  status: 401,
  title: 'The preview has ended',
});
/** No frontend shows previews of this. */
export const noPreview = defineProblem({ code: 'no_preview', status: 422, title: 'There is no preview of this' });
