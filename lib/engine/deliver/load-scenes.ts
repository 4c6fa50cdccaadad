import { z } from "zod";
import { loadRefusals } from "@/db/queries/consent/load-refusals";
import { loadContexts } from "@/db/queries/message/load-contexts";
import { loadRecipients, type Recipient } from "@/db/queries/message/load-recipients";
import type { QueuedMessage } from "@/db/queries/message/queued-message";
import { loadContents } from "@/db/queries/template/load-contents";
import { readSender, type Sender } from "@/db/queries/workspace/read-sender";
import type { Tx } from "@/db/transaction";
import type { DocumentCache } from "@/lib/engine/deliver/document-cache";
import type { Step } from "@/lib/journey/document";
import { content } from "@/lib/journey/kinds/config";
import { type Policy, policy } from "@/lib/policy/policy";

/** What a message may bring itself: tests and sends by API have no step to take content from. */
export const messageInputs = z.object({
  isTest: z.boolean().default(false),
  to: z.object({ name: z.string().default(""), address: z.string() }).optional(),
  content: content.optional(),
  templateId: z.uuid().optional(),
  context: z.record(z.string(), z.unknown()).optional(),
});
export type MessageInputs = z.infer<typeof messageInputs>;

/** Everything one message is rendered from, as it stands when it is claimed. */
export interface Scene {
  message: QueuedMessage;
  inputs: MessageInputs;
  step: Step | null;
  person: Recipient | null;
  context: Record<string, unknown>;
  /** From a template, when the step or the message names one; null when the template is gone. */
  templateContent: z.infer<typeof content> | null;
}

export interface Batch {
  sender: Sender;
  policy: Policy;
  refusals: ReadonlySet<string>;
  scenes: Scene[];
}

/** Load what a batch of one bucket is decided and rendered from, one query for each kind of thing. */
export async function loadScenes(
  tx: Tx,
  bucket: number,
  messages: readonly QueuedMessage[],
  documents: DocumentCache,
): Promise<Batch> {
  const sender = await readSender(tx);
  if (!sender) throw new Error("The workspace of this transaction does not exist.");
  const ids = [...new Set(messages.map((one) => one.personId))];
  const people = await loadRecipients(tx, bucket, ids);
  const refusals = await loadRefusals(tx, bucket, ids);
  const own = messages.flatMap((one) => (one.enrollmentId && one.subjectBucket === bucket ? [one.enrollmentId] : []));
  const contexts =
    own.length > 0 ? await loadContexts(tx, bucket, [...new Set(own)]) : new Map<string, Record<string, unknown>>();
  await documents.load(
    tx,
    messages.flatMap((one) => (one.versionId ? [one.versionId] : [])),
  );
  const drafts = messages.map((message) => {
    const inputs = messageInputs.safeParse(message.inputs).data ?? { isTest: false };
    const step = documents.step(message.versionId, message.stepId);
    return {
      message,
      inputs,
      step,
      templateId: inputs.templateId ?? (step?.kind === "message" ? step.config.templateId : undefined),
    };
  });
  const templates = await loadContents(tx, [...new Set(drafts.flatMap((one) => one.templateId ?? []))]);
  return {
    sender,
    policy: policy.parse(sender.policy),
    refusals,
    scenes: drafts.map(({ templateId, ...draft }) => ({
      ...draft,
      person: people.get(draft.message.personId) ?? null,
      context: draft.inputs.context ?? contexts.get(draft.message.enrollmentId ?? "") ?? {},
      templateContent: templateId ? (content.safeParse(templates.get(templateId)).data ?? null) : null,
    })),
  };
}
