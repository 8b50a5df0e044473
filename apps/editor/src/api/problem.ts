import type { FieldError, ProblemBody } from './types';

/** An answer of the API that is not a success, or no answer at all (`status` 0, code `offline`). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldError[];
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title ?? `The server answered ${body.status}.`);
    this.name = 'ApiProblem';
    this.status = body.status;
    this.code = body.code ?? (body.status === 0 ? 'offline' : `http_${body.status}`);
    this.errors = body.errors ?? [];
    this.body = body;
  }

  get isOffline(): boolean {
    return this.status === 0;
  }

  /** Errors of the `fields` object of a request body, with paths relative to it. */
  get fieldErrors(): FieldError[] {
    return this.errors.map((error) => ({ ...error, path: error.path.replace(/^\/fields(?=\/|$)/, '') }));
  }
}

/** Reads a failed response into an `ApiProblem`, whatever its body is. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const fallback: ProblemBody = { status: response.status, title: response.statusText };
  if (!/json/.test(response.headers.get('content-type') ?? '')) return new ApiProblem(fallback);
  try {
    const body = (await response.json()) as Partial<ProblemBody>;
    return new ApiProblem({ ...body, status: response.status });
  } catch {
    return new ApiProblem(fallback);
  }
}

/** The problem when the server could not be reached. */
export function offlineProblem(): ApiProblem {
  return new ApiProblem({ status: 0, code: 'offline', detail: 'Pipit can’t reach the server.' });
}
