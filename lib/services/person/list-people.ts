import { countPeople, listPeople as listRows } from "@/db/queries/person/list-people";
import { listPeopleContract } from "@/lib/contract/person/people";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";

/** People, the newest first. */
export const listPeople = defineVerb(listPeopleContract, async ({ tx }, { q, after, limit }) => {
  const rows = await listRows(tx, { q: q || undefined }, limit + 1, after ? readPlace(after) : null);
  const people = rows.slice(0, limit);
  const last = people.at(-1);
  return {
    total: await countPeople(tx),
    people: people.map((row) => ({
      ...row,
      lastSeenAtMs: row.lastSeenAt?.getTime() ?? null,
      createdAtMs: row.createdAt.getTime(),
    })),
    next: rows.length > limit && last ? `${last.createdAt.toISOString()}_${last.id}` : null,
  };
});

function readPlace(after: string): { at: Date; id: string } {
  const [at = "", id = ""] = after.split("_");
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new AppError("invalid", "after: this place in the list is not readable. Start from the first page.", {
      fields: [{ field: "after", message: "Start from the first page." }],
    });
  }
  return { at: new Date(at), id };
}
