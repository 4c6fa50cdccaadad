import { loadPeople } from "@/db/queries/ingest/load-people";
import type { Tx } from "@/db/transaction";
import type { RefusedItem } from "@/lib/contract/ingest/ingest-reply";
import { isAddressTrait } from "@/lib/contract/ingest/protected-traits";
import { eachBucket, put, type ByBucket } from "@/lib/services/ingest/by-bucket";
import { withhold } from "@/lib/services/ingest/check-items";
import type { LinkedItem } from "@/lib/services/ingest/ingest-batch";

/** A browser may give an address only to somebody new: take it out of identifies of known people, unless it is the one
 * they have already (RULES S32). */
export async function withholdAddresses(tx: Tx, items: readonly LinkedItem[]): Promise<RefusedItem[]> {
  const asked = items.filter(
    (item) => item.type === "identify" && item.wasKnown && Object.keys(item.properties).some(isAddressTrait),
  );
  const ids: ByBucket<string> = new Map();
  for (const { person } of asked) if (person) put(ids, person.bucket, person.id);
  const people = (await eachBucket(ids, (bucket, values) => loadPeople(tx, bucket, values))).flat();
  const has = new Map(people.map((person) => [person.id, new Set([person.email, person.phone])]));
  for (const item of asked) {
    const own = has.get(item.person?.id ?? "");
    const isForeign = (name: string) => isAddressTrait(name) && !own?.has(addressOf(item.properties[name]));
    item.withheld = [
      ...item.withheld,
      ...withhold(item, item.index, isForeign, "A browser key may not change the address of a known person."),
    ];
  }
  return items.flatMap((item) => item.withheld);
}

/** As it is kept: without space around it, e-mail in small letters. */
function addressOf(value: unknown): string {
  return String(value).trim().toLowerCase();
}
