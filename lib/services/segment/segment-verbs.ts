import { addInboxForAll } from "@/db/queries/inbox/add-inbox-for-all";
import {
  addSegment,
  changeSegment,
  countSegmentMembers,
  listSegments as load,
  markSegmentDeleted,
} from "@/db/queries/segment/store-segment";
import { rule as ruleSchema } from "@/lib/audience/rule";
import {
  deleteSegmentContract,
  listSegmentsContract,
  saveSegmentContract,
} from "@/lib/contract/audience/audience-verbs";
import { BUCKET_COUNT } from "@/lib/hash/bucket-of";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";

export const listSegments = defineVerb(listSegmentsContract, async ({ tx }) => {
  const [rows, members] = [await load(tx), await countSegmentMembers(tx)];
  return rows
    .filter((row) => row.deletedAt === null)
    .map((row) => ({
      id: row.id,
      name: row.name,
      subject: row.subject,
      rule: ruleSchema.parse(row.rule),
      builtIn: row.builtIn,
      members: members.get(row.id) ?? 0,
    }));
});

export const saveSegment = defineVerb(
  saveSegmentContract,
  async ({ ctx, tx, audit }, { segmentId, name, subject, rule }) => {
    if (segmentId && !(await changeSegment(tx, { id: segmentId, name, subject, rule })))
      throw new AppError("not_found", "There is no such segment in this workspace.");
    const id = segmentId ?? ctx.newId();
    if (!segmentId) await addSegment(tx, { id, name, subject, rule, createdAt: ctx.now() });
    // Everybody is asked once, in their own bucket; from then on membership follows events and traits.
    for (let bucket = 0; bucket < BUCKET_COUNT; bucket++)
      await addInboxForAll(tx, bucket, subject, { kind: "reconsider", cause: "segment saved" });
    audit(`segment:${id}`, { name, subject });
    return { segmentId: id };
  },
);

export const deleteSegment = defineVerb(deleteSegmentContract, async ({ ctx, tx, audit }, { segmentId }) => {
  const name = await markSegmentDeleted(tx, segmentId, ctx.now());
  if (name === null) throw new AppError("not_found", "There is no such segment in this workspace.");
  audit(`segment:${segmentId}`, { name });
  return {};
});
