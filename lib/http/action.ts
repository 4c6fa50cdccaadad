import type { ActionResult } from "@/lib/contract/action-result";
import { AppError } from "@/lib/errors/app-error";
import { logFailure } from "@/lib/http/log-failure";
import { openCtx } from "@/lib/http/open-ctx";
import type { Verb } from "@/lib/services/define-verb";

/** Make a server action of a verb: authenticate here, the verb does the rest. Use: `export const publish = action(publishJourney)`
 * in a file that says "use server". The first argument is the workspace's slug. */
export function action<I, O>(verb: Verb<I, O>): (slug: string, input: I) => Promise<ActionResult<O>> {
  return async (slug, input) => {
    try {
      return { ok: true, result: await verb(await openCtx(slug), input) };
    } catch (error) {
      if (error instanceof AppError)
        return { ok: false, error: { code: error.code, message: error.message, detail: error.detail } };
      const reference = logFailure(verb.contract.name, error);
      return {
        ok: false,
        error: {
          code: "bug",
          message: `This did not work because of a fault of ours (reference ${reference}). Nothing was changed.`,
          detail: {},
        },
      };
    }
  };
}
