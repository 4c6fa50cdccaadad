import { addIdentities } from "@/db/queries/ingest/add-identities";
import type { IdentityRow } from "@/db/queries/ingest/identity-row";
import { loadIdentities } from "@/db/queries/ingest/load-identities";
import { identityBucketOf, subjectIdOf, type IdentityKind } from "@/db/queries/ingest/subject-id";
import type { Tx } from "@/db/transaction";
import { eachBucket, put, type ByBucket } from "@/lib/services/ingest/by-bucket";
import { decideIdentities, type Identified, type IdentityDecision } from "@/lib/services/ingest/decide-identities";
import { identityKey, type Place } from "@/lib/services/ingest/identity-key";
import type { IngestMemory } from "@/lib/services/ingest/ingest-memory";

/** Requests that race for the same identifiers agree after one more look; more than this is a fault. */
const ROUNDS_MAX = 6;

export interface LinkedIdentities extends Pick<IdentityDecision, "placed"> {
  /** Identifiers this transaction added. */
  added: IdentityRow[];
}

/** Find or make the person and account of every item, writing what is new. Of racing requests the first writer wins
 * and the others decide again on what it wrote. */
export async function linkIdentities(
  tx: Tx,
  memory: IngestMemory,
  items: readonly Identified[],
  { mayJoinKnown, now }: { mayJoinKnown: boolean; now: Date },
): Promise<LinkedIdentities> {
  const known = new Map<string, Place>();
  const wanted = wantedKeys(tx.workspaceId, items);
  for (const [key] of wanted) {
    const place = memory.identities.get(`${tx.workspaceId}${key}`, now.getTime());
    if (place) known.set(key, place);
  }
  // What is cached has its signposts followed already, so a pair that agrees needs no look at its claim.
  const settled = settledClaims(tx.workspaceId, items, known);
  await learn(
    tx,
    known,
    [...wanted].filter(([key]) => !known.has(key) && !settled.has(key)).map(([, one]) => one),
  );
  const added: IdentityRow[] = [];
  const ours = new Set<string>();
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const decision = decideIdentities(tx.workspaceId, items, known, { mayJoinKnown, ours });
    const lost =
      (await write(tx, known, added, decision.claims, now)) || (await write(tx, known, added, decision.additions, now));
    if (lost) {
      for (const row of added) ours.add(identityKey(row.kind, row.value));
      continue;
    }
    remember(tx, memory, items, decision, now);
    return { placed: decision.placed, added };
  }
  throw new Error("Identities did not settle.");
}

type Wanted = { kind: IdentityKind; value: string };

function wantedKeys(workspaceId: string, items: readonly Identified[]): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  const want = (kind: IdentityKind, value: string) => wanted.set(identityKey(kind, value), { kind, value });
  for (const item of items) {
    if (item.userId) want("user", item.userId);
    if (item.anonymousId) want("anonymous", item.anonymousId);
    if (item.groupId) want("group", item.groupId);
    if (item.anonymousId && (item.userId || item.type === "identify"))
      want("claim", subjectIdOf(workspaceId, "anonymous", item.anonymousId));
    if (item.type !== "alias" || !item.previousId) continue;
    want("user", item.previousId);
    want("anonymous", item.previousId);
    want("claim", subjectIdOf(workspaceId, "anonymous", item.previousId));
  }
  return wanted;
}

function settledClaims(
  workspaceId: string,
  items: readonly Identified[],
  known: ReadonlyMap<string, Place>,
): Set<string> {
  const settled = new Set<string>();
  for (const { userId, anonymousId } of items) {
    if (!userId || !anonymousId) continue;
    const [user, anonymous] = [
      known.get(identityKey("user", userId)),
      known.get(identityKey("anonymous", anonymousId)),
    ];
    if (user && user.id === anonymous?.id)
      settled.add(identityKey("claim", subjectIdOf(workspaceId, "anonymous", anonymousId)));
  }
  return settled;
}

/** Load identifiers, and the signposts of the people they lead to. */
async function learn(tx: Tx, known: Map<string, Place>, wanted: readonly Wanted[]): Promise<void> {
  let asking = wanted;
  while (asking.length > 0) {
    const sorted: ByBucket<Wanted> = new Map();
    for (const one of asking) put(sorted, identityBucketOf(tx.workspaceId, one.kind, one.value), one);
    const rows = (await eachBucket(sorted, (bucket, values) => loadIdentities(tx, bucket, values))).flat();
    for (const row of rows)
      known.set(identityKey(row.kind, row.value), { id: row.subjectId, bucket: row.subjectBucket });
    const people = new Set(
      rows
        .filter((row) => row.kind === "user" || row.kind === "anonymous" || row.kind === "merged")
        .map((row) => row.subjectId),
    );
    asking = [...people]
      .filter((id) => !known.has(identityKey("merged", id)))
      .map((value) => ({ kind: "merged", value }));
  }
}

/** Add rows; true when somebody else had added one of them with another meaning. */
async function write(
  tx: Tx,
  known: Map<string, Place>,
  added: IdentityRow[],
  rows: readonly IdentityRow[],
  now: Date,
): Promise<boolean> {
  if (rows.length === 0) return false;
  const sorted: ByBucket<IdentityRow> = new Map();
  const inOrder = [...rows].sort((a, b) => (identityKey(a.kind, a.value) < identityKey(b.kind, b.value) ? -1 : 1));
  for (const row of inOrder) put(sorted, identityBucketOf(tx.workspaceId, row.kind, row.value), row);
  const mine = new Set(
    (await eachBucket(sorted, (bucket, values) => addIdentities(tx, bucket, values, now)))
      .flat()
      .map((row) => identityKey(row.kind, row.value)),
  );
  const lost: IdentityRow[] = [];
  for (const row of rows) {
    const key = identityKey(row.kind, row.value);
    if (mine.has(key)) {
      known.set(key, { id: row.subjectId, bucket: row.subjectBucket });
      added.push(row);
    } else lost.push(row);
  }
  await learn(tx, known, lost);
  return lost.some((row) => known.get(identityKey(row.kind, row.value))?.id !== row.subjectId);
}

function remember(
  tx: Tx,
  memory: IngestMemory,
  items: readonly Identified[],
  decision: IdentityDecision,
  now: Date,
): void {
  tx.afterCommit(() => {
    items.forEach((item, i) => {
      const placed = decision.placed[i];
      if (!placed || "problem" in placed) return;
      const set = (kind: IdentityKind, value: string | null, place: Place | null) => {
        if (value && place) memory.identities.set(`${tx.workspaceId}${identityKey(kind, value)}`, place, now.getTime());
      };
      set("user", item.userId, placed.person);
      if (placed.ownsAnonymousId) set("anonymous", item.anonymousId, placed.person);
      set("group", item.groupId, placed.account);
    });
  });
}
