import { z } from "zod";
import { contract } from "@/lib/contract/contract";

/** `before` is the `nextBefore` of the page before; `verb` and `actor` are the entry's own words, "" for all. */
export const listAuditContract = contract({
  name: "audit.list",
  roles: ["manager"],
  input: z.object({
    verb: z.string().max(120).default(""),
    actor: z.string().max(200).default(""),
    before: z.coerce.number("Take it from `nextBefore` of the page before.").int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  audit: null,
});

export interface AuditListed {
  number: number;
  atMs: number;
  actor: string;
  actorName: string;
  verb: string;
  subject: string;
  /** What the subject is called; null when it is gone or has no name. */
  subjectName: string | null;
  detail: Record<string, unknown>;
}

export const checkAuditContract = contract({
  name: "audit.check",
  roles: ["manager"],
  input: z.object({}),
  audit: null,
});
