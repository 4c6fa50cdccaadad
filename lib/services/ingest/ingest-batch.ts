import { addEvents, type NewEvent } from "@/db/queries/ingest/add-events";
import { addRefused } from "@/db/queries/ingest/add-refused";
import type { FoundWriteKey } from "@/db/queries/ingest/find-write-key";
import { markSeen } from "@/db/queries/ingest/mark-seen";
import { subjectIdOf } from "@/db/queries/ingest/subject-id";
import { addInbox, type NewInboxItem } from "@/db/queries/inbox/add-inbox";
import type { Database } from "@/db/database";
import type { Tx } from "@/db/transaction";
import type { TrackedType } from "@/lib/contract/ingest/call";
import type { IngestReply, RefusedItem } from "@/lib/contract/ingest/ingest-reply";
import { bucketOf } from "@/lib/hash/bucket-of";
import { eachBucket, put, type ByBucket } from "@/lib/services/ingest/by-bucket";
import { checkItems, type CheckedItem } from "@/lib/services/ingest/check-items";
import type { Placed } from "@/lib/services/ingest/decide-identities";
import type { IngestMemory } from "@/lib/services/ingest/ingest-memory";
import { linkIdentities } from "@/lib/services/ingest/link-identities";
import { placeItems, type PlacedItem } from "@/lib/services/ingest/place-items";
import { projectsToAccount } from "@/lib/services/ingest/projects-to-account";
import { rememberNames } from "@/lib/services/ingest/remember-names";
import { retryConflicts } from "@/lib/services/ingest/retry-conflicts";
import { withholdAddresses } from "@/lib/services/ingest/withhold-addresses";
import { addSubjects } from "@/lib/services/ingest/add-subjects";

export interface IngestDeps {
  database: Database;
  now(): Date;
  newId(): string;
}

export interface IngestBatch {
  items: readonly unknown[];
  type: TrackedType | null;
  sentAtMs: number | null;
  isImport: boolean;
}

/** Store a batch in one transaction: people, accounts, events once each, and what the ticks have to apply. Bad items
 * are refused alone and kept for inspection. Resolves only after the commit. */
export async function ingestBatch(
  deps: IngestDeps,
  memory: IngestMemory,
  key: FoundWriteKey,
  batch: IngestBatch,
): Promise<IngestReply> {
  const receivedAt = deps.now();
  const { checked, refused } = checkItems({
    ...batch,
    isBrowser: key.kind === "browser",
    receivedAtMs: receivedAt.getTime(),
    newId: deps.newId,
  });
  return retryConflicts(() =>
    deps.database.transaction(key.workspaceId, async (tx) => {
      const linked = await linkIdentities(tx, memory, checked, {
        mayJoinKnown: key.kind === "server",
        now: receivedAt,
      });
      const known = sortPlaced(checked, linked.placed);
      const fresh = await dropSeen(tx, known.items, receivedAt);
      await addSubjects(tx, linked.added, fresh, receivedAt);
      const withheld = key.kind === "browser" ? await withholdAddresses(tx, fresh) : [];
      const placed = await placeItems(tx, memory, fresh, receivedAt);
      await addPlaced(tx, placed, receivedAt);
      await rememberNames(tx, memory, placed, receivedAt);
      const reply: IngestReply = {
        success: true,
        accepted: fresh.length,
        duplicates: known.items.length - fresh.length,
        refused: [...refused, ...known.refused].sort((a, b) => a.index - b.index),
        withheld,
      };
      reply.success = reply.refused.length === 0 || reply.refused.length < batch.items.length;
      await keepRefused(tx, deps, [...reply.refused, ...withheld], batch.items, receivedAt);
      return reply;
    }),
  );
}

export type LinkedItem = CheckedItem & Placed;

function sortPlaced(
  checked: readonly CheckedItem[],
  placed: readonly (Placed | { problem: { field: string; reason: string } })[],
) {
  const items: LinkedItem[] = [];
  const refused: RefusedItem[] = [];
  checked.forEach((item, i) => {
    const one = placed[i];
    if (!one) throw new Error("Every item is placed or refused.");
    if ("problem" in one) refused.push({ index: item.index, ...one.problem });
    else items.push({ ...item, ...one });
  });
  return { items, refused };
}

/** Leave out what was sent before. The bucket follows from what the item itself says, not from whom it means by now,
 * so that a repeat is found again after people were joined. */
async function dropSeen(tx: Tx, items: readonly LinkedItem[], receivedAt: Date): Promise<LinkedItem[]> {
  const first = new Map<string, LinkedItem>();
  const sorted: ByBucket<string> = new Map();
  for (const item of items) {
    const bucket = bucketOf(seenBy(tx.workspaceId, item));
    const key = `${bucket} ${item.messageId}`;
    if (first.has(key)) continue;
    first.set(key, item);
    put(sorted, bucket, item.messageId);
  }
  const isFresh = new Set<string>();
  await eachBucket(sorted, async (bucket, ids) => {
    for (const id of await markSeen(tx, bucket, ids.sort(), receivedAt)) isFresh.add(`${bucket} ${id}`);
  });
  return [...first].filter(([key]) => isFresh.has(key)).map(([, item]) => item);
}

function seenBy(workspaceId: string, { userId, anonymousId, groupId }: CheckedItem): string {
  if (userId) return subjectIdOf(workspaceId, "user", userId);
  if (anonymousId) return subjectIdOf(workspaceId, "anonymous", anonymousId);
  return subjectIdOf(workspaceId, "group", groupId ?? "");
}

/** Each event once in its person's bucket, else its account's; to the account's inbox what concerns the account. */
async function addPlaced(tx: Tx, items: readonly PlacedItem[], receivedAt: Date): Promise<void> {
  const events: ByBucket<NewEvent> = new Map();
  const inbox: ByBucket<NewInboxItem> = new Map();
  for (const item of items) {
    const home = item.person ?? item.account;
    if (!home) throw new Error("An item without a subject came through the check.");
    put(events, home.bucket, {
      id: item.eventId,
      happenedAt: new Date(item.happenedAtMs),
      type: item.type,
      name: item.name,
      personId: item.person?.id ?? null,
      accountId: item.account?.id ?? null,
      properties: JSON.stringify(item.properties),
      context: JSON.stringify(item.context),
    });
    const told = {
      kind: "event",
      eventId: item.eventId,
      type: item.type,
      name: item.name,
      happenedAtMs: item.happenedAtMs,
      receivedAtMs: receivedAt.getTime(),
      properties: item.properties,
      personId: item.person?.id ?? null,
      accountId: item.account?.id ?? null,
      isHistory: item.isHistory,
    } as const;
    put(inbox, home.bucket, { subjectId: home.id, dueAt: receivedAt, item: told });
    const account = item.person ? item.account : null;
    if (account && (item.type === "group" || projectsToAccount(item.type)))
      put(inbox, account.bucket, { subjectId: account.id, dueAt: receivedAt, item: told });
  }
  await Promise.all([
    eachBucket(events, (bucket, values) => addEvents(tx, bucket, values, receivedAt)),
    eachBucket(inbox, (bucket, values) => addInbox(tx, bucket, values)),
  ]);
}

const KEPT_TEXT_MAX = 2000;

async function keepRefused(
  tx: Tx,
  deps: IngestDeps,
  refused: readonly RefusedItem[],
  items: readonly unknown[],
  at: Date,
): Promise<void> {
  if (refused.length === 0) return;
  const rows = refused.map(({ index, field, reason }) => ({
    id: deps.newId(),
    field: field.slice(0, KEPT_TEXT_MAX),
    reason,
    item: keptText(items[index]),
  }));
  await addRefused(tx, bucketOf(deps.newId()), rows, at);
}

/** The item as it came; of one that is too large or cannot be stored, its beginning as text. */
function keptText(item: unknown): string {
  let text: string;
  try {
    text = JSON.stringify(item) ?? "null";
  } catch {
    return JSON.stringify({ beginning: "Nested too deep to be kept." });
  }
  const isPlain = text.length <= KEPT_TEXT_MAX && !/\\u0000|\\ud[89a-f]/i.test(text);
  return isPlain ? text : JSON.stringify({ beginning: text.slice(0, KEPT_TEXT_MAX).replaceAll("\\", "/") });
}
