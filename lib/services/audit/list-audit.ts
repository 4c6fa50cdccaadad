import { listAudit as listRows, listAuditTerms } from "@/db/queries/audit/list-audit";
import { loadSubjectNames } from "@/db/queries/audit/load-subject-names";
import { type AuditListed, listAuditContract } from "@/lib/contract/audit/list-audit";
import { defineVerb } from "@/lib/services/define-verb";

interface AuditPage {
  entries: AuditListed[];
  nextBefore: number | null;
  verbs: string[];
  actors: { actor: string; name: string }[];
}

/** Who did what when, newest first, with the verbs and actors one can filter by. */
export const listAudit = defineVerb(
  listAuditContract,
  async ({ tx }, { verb, actor, before, limit }): Promise<AuditPage> => {
    const rows = await listRows(tx, { verb, actor, before: before ?? null, limit: limit + 1 });
    const terms = await listAuditTerms(tx);
    const shown = rows.slice(0, limit);
    const names = await loadSubjectNames(tx, [...terms.actors, ...shown.map((row) => row.subject)]);
    const actorName = (one: string) =>
      names.get(one) ??
      (one.startsWith("system:") ? "Waymark" : one.startsWith("key:") ? "A key that is gone" : "Somebody who is gone");
    const last = shown.at(-1);
    return {
      entries: shown.map(({ at, ...row }) => ({
        ...row,
        atMs: at.getTime(),
        actorName: actorName(row.actor),
        subjectName: names.get(row.subject) ?? null,
      })),
      nextBefore: last && rows.length > limit ? last.number : null,
      verbs: terms.verbs,
      actors: terms.actors
        .map((one) => ({ actor: one, name: actorName(one) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  },
);
