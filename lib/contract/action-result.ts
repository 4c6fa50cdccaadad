/** What the browser gets from a server action: a result, or a sentence it can show. */
export type ActionResult<O> =
  | { ok: true; result: O }
  | { ok: false; error: { code: string; message: string; detail: Record<string, unknown> } };
