import { defineProblem } from '@pipit/kernel';

/** The upload goes on elsewhere than the sender believes: ask where, and go on from there. */
export const uploadOffset = defineProblem({
  code: 'upload_offset',
  status: 409,
  title: 'The upload goes on at another place',
});
/** The upload is not whole yet. */
export const uploadUnfinished = defineProblem({
  code: 'upload_unfinished',
  status: 409,
  title: 'The upload is not finished',
});
/** There was such an upload, but it took too long. */
export const uploadExpired = defineProblem({ code: 'upload_expired', status: 410, title: 'The upload has expired' });
/** The tus protocol is not kept. */
export const uploadProtocol = defineProblem({
  code: 'upload_protocol',
  status: 412,
  title: 'Not as tus 1.0.0 has it',
});
/** The storage takes files only through this server. */
export const directUnsupported = defineProblem({
  code: 'direct_unsupported',
  status: 409,
  title: 'Files cannot be sent straight to the storage',
});
