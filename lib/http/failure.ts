import { AppError, httpStatus } from "@/lib/errors/app-error";
import { logFailure } from "@/lib/http/log-failure";

/** `detail` stands beside `error`, so that a conflict carries what stands now as its body. */
export function failure(where: string, error: unknown): Response {
  if (error instanceof AppError) {
    return Response.json(
      { ...error.detail, error: { code: error.code, message: error.message } },
      { status: httpStatus[error.code] },
    );
  }
  const reference = logFailure(where, error);
  return Response.json(
    { error: { code: "bug", message: `A fault of ours (reference ${reference}). Nothing was changed.` } },
    { status: 500 },
  );
}
