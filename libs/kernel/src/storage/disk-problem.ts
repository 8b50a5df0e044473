import { storageFull, unavailable } from '../errors/common-problems.js';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const AWAY = new Set(['EROFS', 'EIO', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EMFILE', 'ENFILE', 'ESTALE']);

/** What a failed write to a folder of ours means for whoever asked for it; other errors stay what they are. */
export function diskProblem(error: unknown): unknown {
  const { code = '' } = Object(error) as NodeJS.ErrnoException;
  if (FULL.has(code)) return storageFull('There is no room left to store this file.');
  if (AWAY.has(code)) return unavailable('Files cannot be stored at the moment.', [], { retryAfter: 30 });
  return error;
}
