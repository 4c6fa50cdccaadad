import { addMembers, type NewMember } from "@/db/queries/ingest/add-members";
import { loadPeople } from "@/db/queries/ingest/load-people";
import { placePeople } from "@/db/queries/ingest/place-people";
import type { Tx } from "@/db/transaction";
import { eachBucket, put, type ByBucket } from "@/lib/services/ingest/by-bucket";
import type { Place } from "@/lib/services/ingest/identity-key";
import type { LinkedItem } from "@/lib/services/ingest/ingest-batch";
import type { IngestMemory } from "@/lib/services/ingest/ingest-memory";

/** `account` is now where the item counts: the one it names, else its person's. */
export type PlacedItem = LinkedItem;

/** Find the account of every item, and move the people whom a `group` puts into another account. */
export async function placeItems(
  tx: Tx,
  memory: IngestMemory,
  items: readonly LinkedItem[],
  receivedAt: Date,
): Promise<PlacedItem[]> {
  const accounts = await findAccounts(tx, memory, items, receivedAt);
  const moved = new Map<string, { person: Place; account: Place }>();
  const members: ByBucket<NewMember> = new Map();
  const placed = items.map((item): PlacedItem => {
    const { person } = item;
    if (person && item.account && item.type === "group") {
      accounts.set(person.id, item.account);
      moved.set(person.id, { person, account: item.account });
      put(members, item.account.bucket, {
        accountId: item.account.id,
        personId: person.id,
        personBucket: person.bucket,
      });
    }
    return { ...item, account: item.account ?? (person ? (accounts.get(person.id) ?? null) : null) };
  });
  const places: ByBucket<{ id: string; accountId: string; accountBucket: number }> = new Map();
  for (const { person, account } of moved.values())
    put(places, person.bucket, { id: person.id, accountId: account.id, accountBucket: account.bucket });
  await Promise.all([
    eachBucket(places, (bucket, values) => placePeople(tx, bucket, values)),
    eachBucket(members, (bucket, values) => addMembers(tx, bucket, values, receivedAt)),
  ]);
  tx.afterCommit(() => {
    for (const [personId, account] of accounts)
      memory.accounts.set(`${tx.workspaceId}${personId}`, account, receivedAt.getTime());
  });
  return placed;
}

/** The account each person belongs to before this request. */
async function findAccounts(
  tx: Tx,
  memory: IngestMemory,
  items: readonly LinkedItem[],
  receivedAt: Date,
): Promise<Map<string, Place | null>> {
  const accounts = new Map<string, Place | null>();
  const asking: ByBucket<string> = new Map();
  for (const { person } of items) {
    if (!person || accounts.has(person.id)) continue;
    const cached = memory.accounts.get(`${tx.workspaceId}${person.id}`, receivedAt.getTime());
    accounts.set(person.id, cached ?? null);
    if (cached === undefined) put(asking, person.bucket, person.id);
  }
  for (const { id, accountId, accountBucket } of (
    await eachBucket(asking, (bucket, ids) => loadPeople(tx, bucket, ids))
  ).flat()) {
    if (accountId !== null && accountBucket !== null) accounts.set(id, { id: accountId, bucket: accountBucket });
  }
  return accounts;
}
