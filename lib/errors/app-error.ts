/** What a caller can act on. Anything else that is thrown is a bug and is never shown. */
export type AppErrorCode =
  | "invalid" // the input is wrong; `fields` says where
  | "not_found" // does not exist, or belongs to another workspace
  | "forbidden" // the role may not do this
  | "signed_out"
  | "conflict" // somebody else changed it first
  | "too_many";

export const httpStatus = {
  invalid: 422,
  not_found: 404,
  forbidden: 403,
  signed_out: 401,
  conflict: 409,
  too_many: 429,
} as const satisfies Record<AppErrorCode, number>;

/** One wrong field: a dotted path and a sentence that says how to mend it. */
export interface FieldProblem {
  field: string;
  message: string;
}

export class AppError extends Error {
  override readonly name = "AppError";
  constructor(
    readonly code: AppErrorCode,
    message: string,
    readonly detail: { fields?: FieldProblem[]; [key: string]: unknown } = {},
  ) {
    super(message);
  }
}
