import { addInbox } from "@/db/queries/inbox/add-inbox";
import { addDecisions, addMoves } from "@/db/queries/tick/add-history";
import { addOutcomeDeltas, addPathDeltas } from "@/db/queries/tick/add-rollups";
import { addStageStays } from "@/db/queries/tick/add-stage-stays";
import { writeEnrollments } from "@/db/queries/tick/write-enrollments";
import { cancelMessages, writeMessages } from "@/db/queries/tick/write-messages";
import { writeReservations } from "@/db/queries/tick/write-reservations";
import {
  addAccountDays,
  writeAccounts,
  writeLastSeen,
  writePeople,
  writeSegmentMembers,
} from "@/db/queries/tick/write-subjects";
import { addTasks, cancelTasks } from "@/db/queries/tick/write-tasks";
import type { Tx } from "@/db/transaction";
import { accountSnapshot } from "@/lib/audience/account-snapshot";
import type { TickScope } from "@/lib/engine/scope";
import type { Letter } from "@/lib/engine/writes";

/** Other buckets one tick writes to; what is left goes with the next (RULES T4). */
const LETTER_BUCKETS_MAX = 32;

/** Write what the tick decided, a statement a table, each on this one bucket; then the letters, one bucket after the other. */
export async function writeAll(tx: Tx, scope: TickScope, now: Date): Promise<void> {
  const { writes, bucket } = scope;
  const changed = [...scope.subjects.values()].filter((subject) => subject.isChanged);
  await writePeople(
    tx,
    bucket,
    changed.flatMap((one) => one.person ?? []),
  );
  const seen = [...scope.subjects.values()].flatMap(({ id, seenAtMs }) =>
    seenAtMs === null ? [] : [{ id, seenAtMs }],
  );
  await writeLastSeen(tx, bucket, seen);
  await writeAccounts(
    tx,
    bucket,
    changed.flatMap((one) => one.account ?? []),
  );
  for (const { account, members } of changed) {
    if (!account) continue;
    const traits = accountSnapshot(account);
    for (const member of members) {
      const item = { kind: "account_traits", accountId: account.id, traits } as const;
      writes.letters.push({ bucket: member.person_bucket, subjectId: member.person_id, dueAtMs: now.getTime(), item });
    }
  }
  await release(tx, scope, now);
  await writeEnrollments(tx, bucket, [...writes.enrollments.values()]);
  await addDecisions(tx, bucket, writes.decisions);
  await addMoves(tx, bucket, writes.moves);
  await addPathDeltas(tx, bucket, writes.paths);
  await addOutcomeDeltas(tx, bucket, writes.outcomes);
  const messages = [...writes.messages.values()];
  await writeMessages(tx, bucket, messages);
  if (messages.some((message) => message.status === "queued")) tx.wake(bucket, "deliver");
  await addTasks(tx, bucket, writes.tasks);
  await writeReservations(tx, bucket, [...writes.reservations.values()]);
  await addAccountDays(tx, bucket, [...writes.accountDays.values()]);
  await writeSegmentMembers(tx, bucket, writes.segments);
  await addStageStays(tx, bucket, writes.stages);
  await post(tx, bucket, writes.letters);
}

/** What earlier ticks asked for on behalf of enrollments that have left. */
async function release(tx: Tx, { writes, bucket }: TickScope, now: Date): Promise<void> {
  if (writes.releases.length === 0) return;
  const ids = writes.releases.map((one) => one.enrollmentId);
  const cancelled = await cancelMessages(
    tx,
    bucket,
    ids,
    writes.releases.map((one) => one.code),
    [...writes.messages.keys()],
  );
  for (const message of cancelled) {
    if (message.account_id === null || message.account_bucket === null) continue;
    const item = { kind: "returned", key: message.key } as const;
    writes.letters.push({
      bucket: message.account_bucket,
      subjectId: message.account_id,
      dueAtMs: now.getTime(),
      item,
    });
  }
  await cancelTasks(tx, bucket, ids, now);
}

async function post(tx: Tx, bucket: number, letters: readonly Letter[]): Promise<void> {
  const byBucket = new Map<number, Letter[]>();
  for (const letter of letters) byBucket.set(letter.bucket, [...(byBucket.get(letter.bucket) ?? []), letter]);
  const others = [...byBucket.keys()].filter((one) => one !== bucket).sort((a, b) => a - b);
  const late = others.slice(LETTER_BUCKETS_MAX).flatMap((one) => byBucket.get(one) ?? []);
  const own = [
    ...(byBucket.get(bucket) ?? []),
    ...late.map(
      (letter): Letter => ({
        ...letter,
        item: { kind: "forward", bucket: letter.bucket, subjectId: letter.subjectId, item: letter.item },
      }),
    ),
  ];
  const sets = [
    ...others.slice(0, LETTER_BUCKETS_MAX).map((one) => [one, byBucket.get(one) ?? []] as const),
    [bucket, own] as const,
  ];
  for (const [to, items] of sets.sort(([a], [b]) => a - b)) {
    await addInbox(
      tx,
      to,
      items.map((letter) => ({ subjectId: letter.subjectId, dueAt: new Date(letter.dueAtMs), item: letter.item })),
    );
  }
}
