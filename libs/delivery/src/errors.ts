/** A request the content API refuses: answered with `{"message": …}`. */
export class ApiError extends Error {
  constructor(
    readonly status: 400 | 404,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** 400 with the message frontends know. */
export function refused(message: string): ApiError {
  return new ApiError(400, message);
}

/** 404 with the message frontends know; some of them are empty. */
export function missing(message: string): ApiError {
  return new ApiError(404, message);
}

/** 404 of a detail view, which names the model. */
export function noMatch(modelName: string): ApiError {
  return missing(`No ${modelName} matches the given query.`);
}
