import { ApiProblem } from '../api';
import { describeProblem } from '../parts/states';
import type { UploadKind } from './upload';

/** Says what to do about a file that was not taken. */
export function failureWords(error: unknown, name: string, kind: UploadKind): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  if (!(error instanceof ApiProblem)) return describeProblem(error);
  if (error.isOffline) return 'The connection is gone. It goes on when it is back.';
  if (error.status === 413) return 'This file is too large. Make it smaller and try again.';
  if (kind === 'image' && (ending === 'heic' || ending === 'heif')) return 'HEIC can’t be read. Save it as JPEG.';
  if (error.status === 415)
    return `${ending ? ending.toUpperCase() : 'This kind of file'} can’t be read. Save it in another form.`;
  if (error.status === 403) return 'You may not add files to this collection. Choose another one.';
  if (error.status === 507) return 'The server has no room left. Tell whoever looks after it.';
  return error.errors[0]?.message ?? describeProblem(error);
}
