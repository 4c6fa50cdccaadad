import type { z } from "zod";
import type { Tx } from "@/db/transaction";
import { addAudit } from "@/db/queries/audit/add-audit";
import type { Contract } from "@/lib/contract/contract";
import { cleanText } from "@/lib/contract/ingest/clean-json";
import { AppError, type FieldProblem } from "@/lib/errors/app-error";
import { actorName, type Ctx } from "@/lib/services/ctx";

export interface VerbScope {
  ctx: Ctx;
  tx: Tx;
  /** What the audit entry says: the subject acted on and the values that matter. Required of verbs that write. */
  audit(subject: string, detail?: Record<string, unknown>): void;
}

export type Verb<I, O> = ((ctx: Ctx, input: I) => Promise<O>) & { contract: Contract };

/** The one shape of every service: authorize → parse → do → audit, in one transaction. Doors only authenticate. */
export function defineVerb<Input extends z.ZodType, O>(
  contract: Contract<Input>,
  run: (scope: VerbScope, input: z.output<Input>) => Promise<O>,
): Verb<z.input<Input>, O> {
  const verb = async (ctx: Ctx, raw: z.input<Input>): Promise<O> => {
    if (ctx.actor.role !== "admin" && !contract.roles.includes(ctx.actor.role)) {
      throw new AppError(
        "forbidden",
        `Your role (${ctx.actor.role}) may not do this. Ask an admin for the role ${contract.roles.join(" or ")}.`,
      );
    }
    const input = parse(contract.input, raw);
    return ctx.database.transaction(ctx.workspaceId, async (tx) => {
      const said: { subject: string; detail: Record<string, unknown> }[] = [];
      const result = await run(
        { ctx, tx, audit: (subject, detail = {}) => void said.push({ subject, detail }) },
        input,
      );
      // A write that says nothing, or a read that does, is a bug: it is undone rather than left out of the log.
      if (said.length !== (contract.audit === null ? 0 : 1))
        throw new Error(
          `${contract.name} said ${said.length} things to the audit log. Say one if the contract names an entry, else none.`,
        );
      for (const entry of said)
        await addAudit(tx, { at: ctx.now(), actor: actorName(ctx.actor), verb: contract.audit ?? "", ...entry });
      return result;
    });
  };
  return Object.assign(verb, { contract });
}

/** Parse at the door; every wrong field is named. */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const unstorable = findUnstorable(raw);
  if (unstorable !== null) {
    const message = "has a character that cannot be stored (NUL, or half of a surrogate pair). Remove it.";
    throw new AppError("invalid", `${unstorable}: ${message}`, { fields: [{ field: unstorable, message }] });
  }
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const fields: FieldProblem[] = result.error.issues.map((issue) => ({
    field: issue.path.join(".") || "body",
    message: issue.message,
  }));
  throw new AppError("invalid", fields.map((field) => `${field.field}: ${field.message}`).join("; "), { fields });
}

/** The dotted path of the first text the database would refuse; null when there is none. */
function findUnstorable(value: unknown, path = "body"): string | null {
  if (typeof value === "string") return isStorable(value) ? null : path;
  if (value === null || typeof value !== "object") return null;
  for (const [key, inner] of Object.entries(value)) {
    const at = path === "body" ? key : `${path}.${key}`;
    const found = isStorable(key) ? findUnstorable(inner, at) : path;
    if (found !== null) return found;
  }
  return null;
}

function isStorable(text: string): boolean {
  return cleanText(text) === text;
}
