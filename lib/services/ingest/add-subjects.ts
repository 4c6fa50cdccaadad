import { addAccounts } from "@/db/queries/ingest/add-accounts";
import { addPeople, type NewPerson } from "@/db/queries/ingest/add-people";
import type { IdentityRow } from "@/db/queries/ingest/identity-row";
import { namePeople } from "@/db/queries/ingest/name-people";
import { subjectIdOf } from "@/db/queries/ingest/subject-id";
import type { Tx } from "@/db/transaction";
import { eachBucket, put, type ByBucket } from "@/lib/services/ingest/by-bucket";
import type { LinkedItem } from "@/lib/services/ingest/ingest-batch";

/** Give every person and account that the new identifiers make its row, and call anonymous people who became known
 * by their userId. */
export async function addSubjects(
  tx: Tx,
  added: readonly IdentityRow[],
  items: readonly LinkedItem[],
  at: Date,
): Promise<void> {
  const people: ByBucket<NewPerson> = new Map();
  const accounts: ByBucket<{ id: string; externalId: string; name: string }> = new Map();
  const named: ByBucket<{ id: string; externalId: string }> = new Map();
  const claimed = new Set(added.filter((row) => row.kind === "claim").map((row) => row.value));
  const gone = new Set(added.filter((row) => row.kind === "merged").map((row) => row.value));
  for (const { kind, value, subjectId, subjectBucket } of added) {
    if (kind === "group")
      put(accounts, subjectBucket, { id: subjectId, externalId: value, name: accountName(items, subjectId) ?? value });
    if (kind === "user" && claimed.has(subjectId)) put(named, subjectBucket, { id: subjectId, externalId: value });
    if (
      (kind === "user" || kind === "anonymous") &&
      subjectId === subjectIdOf(tx.workspaceId, kind, value) &&
      !gone.has(subjectId)
    ) {
      put(people, subjectBucket, { id: subjectId, externalId: value, ...addressesOf(items, subjectId) });
    }
  }
  await Promise.all([
    eachBucket(people, (bucket, values) => addPeople(tx, bucket, values, at)),
    eachBucket(named, (bucket, values) => namePeople(tx, bucket, values)),
    eachBucket(accounts, (bucket, values) => addAccounts(tx, bucket, values, at)),
  ]);
}

function addressesOf(
  items: readonly LinkedItem[],
  personId: string,
): { email: string | null; phone: string | null; name: string | null } {
  const traits = items.find((item) => item.type === "identify" && item.person?.id === personId)?.properties;
  return {
    email: textOf(traits?.email)?.toLowerCase() ?? null,
    phone: textOf(traits?.phone),
    name: textOf(traits?.name),
  };
}

function accountName(items: readonly LinkedItem[], accountId: string): string | null {
  return textOf(items.find((item) => item.type === "group" && item.account?.id === accountId)?.properties.name);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
