import { addVocabulary, type NewWord } from "@/db/queries/ingest/add-vocabulary";
import type { Tx } from "@/db/transaction";
import type { IngestMemory } from "@/lib/services/ingest/ingest-memory";
import type { PlacedItem } from "@/lib/services/ingest/place-items";

/** Remember names of events and traits for suggestions. What this process has seen committed is not written again. */
export async function rememberNames(
  tx: Tx,
  memory: IngestMemory,
  items: readonly PlacedItem[],
  receivedAt: Date,
): Promise<void> {
  const words = new Map<string, NewWord>();
  const note = (kind: NewWord["kind"], name: string) => {
    const key = `${tx.workspaceId}${kind}\u0000${name}`;
    if (!words.has(key) && !memory.names.get(key, receivedAt.getTime())) words.set(key, { kind, name });
  };
  for (const item of items) {
    if (item.type === "track") note("event", item.name);
    if (item.type === "identify") for (const name of Object.keys(item.properties)) note("trait", name);
    if (item.type === "group") for (const name of Object.keys(item.properties)) note("account_trait", name);
  }
  if (words.size === 0) return;
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  await addVocabulary(
    tx,
    sorted.map(([, word]) => word),
    receivedAt,
  );
  tx.afterCommit(() => {
    for (const [key] of sorted) memory.names.set(key, true, receivedAt.getTime());
  });
}
