import type { z } from "zod";
import type { createWriteKeyContract, revokeWriteKeyContract } from "@/lib/contract/source/source-verbs";

type Answer<O> = { ok: true; result: O } | { ok: false; error: { message: string; detail: Record<string, unknown> } };

/** The page's server actions. */
export interface KeyActions {
  create(
    slug: string,
    input: z.input<(typeof createWriteKeyContract)["input"]>,
  ): Promise<Answer<{ id: string; key: string }>>;
  revoke(slug: string, input: z.input<(typeof revokeWriteKeyContract)["input"]>): Promise<Answer<{ name: string }>>;
}
