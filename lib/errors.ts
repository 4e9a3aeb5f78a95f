/** The codes of the API's problem documents, with their HTTP status. */
export const STATUS_OF = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  TOO_LARGE: 413,
  UNSUPPORTED: 415,
  INVALID: 422,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;
export type ErrorCode = keyof typeof STATUS_OF;

export interface FieldError {
  path: string;
  message: string;
  /** A word for programs where the message is for people: `not_let_in`, `taken`. */
  code?: string;
}

interface Details {
  /** For INVALID: the fields that were refused. */
  errors?: FieldError[];
  /** For CONFLICT: the row as it stands now. */
  current?: unknown;
  /** For RATE_LIMITED and UNAVAILABLE: whole seconds. */
  retryAfter?: number;
  /** For METHOD_NOT_ALLOWED. */
  allow?: string[];
  /** 400 instead of 422, for a body that could not be read at all. */
  status?: number;
}

/** The only error that is thrown on purpose. Its message is read by people: it says what happened and what to do. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Details = {},
  ) {
    super(message);
    this.name = "AppError";
  }

  get status() {
    return this.details.status ?? STATUS_OF[this.code];
  }
}

export const notFound = (what = "There is nothing here that you can see.") => new AppError("NOT_FOUND", what);
export const forbidden = (why = "You may not do this.") => new AppError("FORBIDDEN", why);

/** Input that was understood and refused; `path` names the field as the caller wrote it. */
export const invalid = (path: string, message: string, code?: string) =>
  new AppError("INVALID", message, { errors: [{ path, message, ...(code ? { code } : {}) }] });

export const unavailable = (retryAfter = 2) =>
  new AppError("UNAVAILABLE", "Candor cannot reach its database right now. Nothing was changed; try again in a moment.", { retryAfter });
