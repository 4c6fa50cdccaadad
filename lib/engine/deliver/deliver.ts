import type { Database } from "@/db/database";
import { settleDue } from "@/db/queries/bucket/settle-due";
import { readTurn } from "@/db/queries/bucket/read-turn";
import { lockConsent } from "@/db/queries/consent/lock-consent";
import { changeMessages } from "@/db/queries/message/change-messages";
import { lockOverdue } from "@/db/queries/message/lock-overdue";
import { lockQueued } from "@/db/queries/message/lock-queued";
import { nextDelivery } from "@/db/queries/message/next-delivery";
import type { Sender } from "@/db/queries/workspace/read-sender";
import type { Tx } from "@/db/transaction";
import type { Outlets } from "@/lib/engine/deliver/outlets";
import { BATCH_MAX, CONCURRENT_SENDS, LEASE_MS, SEND_MAX_MS } from "@/lib/engine/deliver/delivery-limits";
import { DocumentCache } from "@/lib/engine/deliver/document-cache";
import { loadScenes, type Scene } from "@/lib/engine/deliver/load-scenes";
import { objectionTo } from "@/lib/engine/deliver/may-claim";
import { type Outcome, outcomeOf } from "@/lib/engine/deliver/outcome-of";
import { prepare } from "@/lib/engine/deliver/prepare";
import { type MessageOutcome, recordOutcomes } from "@/lib/engine/deliver/record-outcomes";

export interface Delivery {
  database: Database;
  channels: Outlets;
  /** Read again after each answer of a provider. */
  now: () => Date;
  workspaceId: string;
  bucket: number;
  limit?: number;
  leaseMs?: number;
  /** What the worker lets through before the next batch; the caller's own, kept between calls. */
  documents?: DocumentCache;
}

export interface DeliveryCount {
  sent: number;
  again: number;
  failed: number;
  cancelled: number;
  uncertain: number;
}

/** Deliver what is due in one bucket. The claim is committed before the first byte goes out, and an end is recorded only
 * for the attempt it belongs to, so a worker that dies or comes late leaves nothing unknown and nothing twice. */
export async function deliverDue(delivery: Delivery): Promise<DeliveryCount> {
  const { database, workspaceId, bucket } = delivery;
  const documents = delivery.documents ?? new DocumentCache();
  const count: DeliveryCount = { sent: 0, again: 0, failed: 0, cancelled: 0, uncertain: 0 };
  const claim = await database.transaction(workspaceId, async (tx) => {
    const turn = await readTurn(tx, { bucket, work: "deliver" });
    await resolveOverdue(tx, delivery, count);
    return { turn, ...(await claimDue(tx, delivery, documents, count)) };
  });
  if (claim.scenes.length > 0 && claim.sender)
    await sendAll(delivery, claim.scenes, claim.sender, claim.leaseUntil, count);
  await database.transaction(workspaceId, async (tx) => {
    await settleDue(tx, { bucket, work: "deliver", turn: claim.turn, nextDueAt: await nextDelivery(tx, bucket) });
  });
  return count;
}

/** A worker that took these did not come back: nobody knows whether they went out. */
async function resolveOverdue(
  tx: Tx,
  { bucket, now, limit = BATCH_MAX }: Delivery,
  count: DeliveryCount,
): Promise<void> {
  const at = now();
  const messages = await lockOverdue(tx, { bucket, now: at, limit });
  const outcomes = messages.map((message) => ({
    message,
    ...outcomeOf(message, { outcome: "uncertain", code: "worker.lost", detail: {} }, at),
  }));
  await recordOutcomes(tx, bucket, outcomes, at);
  for (const one of outcomes) add(count, one);
}

async function claimDue(
  tx: Tx,
  { bucket, now, limit = BATCH_MAX, leaseMs = LEASE_MS }: Delivery,
  documents: DocumentCache,
  count: DeliveryCount,
): Promise<{ scenes: Scene[]; sender: Sender | null; leaseUntil: Date }> {
  await lockConsent(tx, bucket, "shared");
  const at = now();
  const leaseUntil = new Date(at.getTime() + leaseMs);
  const messages = await lockQueued(tx, { bucket, now: at, limit });
  if (messages.length === 0) return { scenes: [], sender: null, leaseUntil };
  const batch = await loadScenes(tx, bucket, messages, documents);
  const objections: MessageOutcome[] = [];
  const scenes: Scene[] = [];
  for (const scene of batch.scenes) {
    const objection = objectionTo(scene, batch, at);
    if (objection) objections.push({ message: scene.message, ...objection });
    else scenes.push({ ...scene, message: { ...scene.message, attempt: scene.message.attempt + 1 } });
  }
  await recordOutcomes(tx, bucket, objections, at);
  for (const one of objections) add(count, one);
  await changeMessages(
    tx,
    bucket,
    scenes.map(({ message }) => ({
      id: message.id,
      attempt: message.attempt - 1,
      from: "queued",
      to: "sending",
      nextAttempt: message.attempt,
      leaseUntil,
    })),
  );
  return { scenes, sender: batch.sender, leaseUntil };
}

async function sendAll(
  delivery: Delivery,
  scenes: readonly Scene[],
  sender: Sender,
  leaseUntil: Date,
  count: DeliveryCount,
): Promise<void> {
  const { database, workspaceId, bucket, now } = delivery;
  const waiting = [...scenes];
  let ended: MessageOutcome[] = [];
  let recording: Promise<void> = Promise.resolve();
  // Ends are recorded together as they come in: one transaction at a time takes all that ended since the last.
  const record = () => {
    recording = recording.then(async () => {
      const outcomes = ended;
      ended = [];
      if (outcomes.length === 0) return;
      const changed = await database.transaction(workspaceId, (tx) => recordOutcomes(tx, bucket, outcomes, now()));
      for (const one of outcomes) if (changed.has(one.change.id)) add(count, one);
    });
    return recording;
  };
  const lane = async () => {
    for (let scene = waiting.shift(); scene; scene = waiting.shift()) {
      const outcome = await attempt(delivery, scene, sender, leaseUntil);
      ended.push({ message: scene.message, ...outcome });
      await record();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT_SENDS }, lane));
}

async function attempt(
  { channels, workspaceId, bucket, now, leaseMs = LEASE_MS }: Delivery,
  scene: Scene,
  sender: Sender,
  leaseUntil: Date,
): Promise<Outcome> {
  const { message } = scene;
  let isBegun = false;
  try {
    const prepared = await prepare(scene, { workspaceId, bucket, sender, channels });
    if (!prepared.ok) return outcomeOf(message, prepared.delivered, now());
    if (now().getTime() + Math.min(SEND_MAX_MS, leaseMs / 2) > leaseUntil.getTime()) {
      // Not begun, so not an attempt: whoever comes next starts from where this one did.
      return {
        change: {
          id: message.id,
          attempt: message.attempt,
          from: "sending",
          to: "queued",
          nextAttempt: message.attempt - 1,
          dueAt: now(),
        },
        settlement: null,
      };
    }
    isBegun = true;
    return outcomeOf(message, await prepared.send(), now(), prepared.inputs);
  } catch (error) {
    const detail = { message: String(error).slice(0, 300) };
    return outcomeOf(message, { outcome: isBegun ? "uncertain" : "retry", code: "bug", detail }, now());
  }
}

function add(count: DeliveryCount, { change }: Outcome): void {
  const kind = {
    sent: "sent",
    queued: "again",
    failed: "failed",
    cancelled: "cancelled",
    uncertain: "uncertain",
    sending: "again",
  } as const;
  count[kind[change.to]]++;
}
