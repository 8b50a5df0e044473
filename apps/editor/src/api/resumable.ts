import type { DetailedError, HttpRequest, HttpResponse, Upload as TusUpload } from 'tus-js-client';
import { currentAccessToken, refreshSession, resourceUrl } from './client';
import { ApiProblem, offlineProblem } from './problem';
import type { ProblemBody } from './types';

export interface ResumableOptions {
  file: File;
  /** Where the server keeps what it has of it, from an earlier attempt. */
  resume: string | null;
  signal: AbortSignal;
  onProgress: (sent: number) => void;
  onResumable: (address: string) => void;
}

/** Small enough for proxies that limit bodies; what was sent of a part that broke off is kept as well. */
const partBytes = 16 * 1024 * 1024;
/** A file of a moment: it goes along with the request that announces it, and a pause starts it anew. */
const smallBytes = 1024 * 1024;
const retryDelays = [0, 1000, 3000, 6000];

const withToken = (request: HttpRequest): void => {
  const token = currentAccessToken();
  if (token) request.setHeader('authorization', `Bearer ${token}`);
};
/** A token that ran out is renewed before the library asks again. */
const renewToken = async (_request: HttpRequest, response: HttpResponse): Promise<void> => {
  if (response.getStatus() === 401) await refreshSession().catch(() => undefined);
};

/**
 * Sends a file so that it can go on where it stopped: after a pause, a lost connection, even a closed browser.
 * Answers the id of the finished upload, which becomes an image or a document by one more request.
 */
export async function sendResumable({
  file,
  resume,
  signal,
  onProgress,
  onResumable,
}: ResumableOptions): Promise<string> {
  const { Upload } = await import('tus-js-client');
  return new Promise<string>((resolve, reject) => {
    let renewed = false;
    const upload = new Upload(file, {
      endpoint: resourceUrl('/uploads'),
      uploadUrl: resume,
      metadata: { filename: file.name, filetype: file.type },
      chunkSize: partBytes,
      uploadDataDuringCreation: file.size <= smallBytes,
      retryDelays,
      removeFingerprintOnSuccess: true,
      onBeforeRequest: withToken,
      onAfterResponse: renewToken,
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        if (status === 401 && !renewed) return (renewed = true);
        return (status === 0 && navigator.onLine) || status === 409 || status === 423 || status >= 500;
      },
      onProgress: (sent) => onProgress(sent),
      onUploadUrlAvailable: () => {
        if (upload.url) onResumable(upload.url);
      },
      onSuccess: () => resolve(upload.url?.split('/').pop() ?? ''),
      onError: (error) => reject(problemOf(error)),
    });
    const stop = (): void => {
      void upload.abort();
      reject(new DOMException('The upload was stopped.', 'AbortError'));
    };
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    void begin(upload, resume === null, signal);
  });
}

/** Takes up what an earlier visit of this browser left unfinished. */
async function begin(upload: TusUpload, isNew: boolean, signal: AbortSignal): Promise<void> {
  const [before] = isNew ? await upload.findPreviousUploads().catch(() => []) : [];
  if (before) upload.resumeFromPreviousUpload(before);
  if (!signal.aborted) upload.start();
}

function problemOf(error: Error | DetailedError): Error {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return 'originalRequest' in error ? offlineProblem() : error;
  const fallback = { status: response.getStatus() };
  try {
    return new ApiProblem({ ...(JSON.parse(response.getBody()) as Partial<ProblemBody>), ...fallback });
  } catch {
    return new ApiProblem(fallback);
  }
}

/** Throws away what the server keeps of an upload. If that does not work it expires by itself. */
export function discardUpload(address: string): void {
  void import('tus-js-client')
    .then(({ Upload }) => Upload.terminate(address, { onBeforeRequest: withToken, retryDelays: [] }))
    .catch(() => undefined);
}
