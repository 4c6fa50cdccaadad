import { refusalKey } from "@/db/queries/consent/load-refusals";
import type { Batch, Scene } from "@/lib/engine/deliver/load-scenes";
import type { Outcome } from "@/lib/engine/deliver/outcome-of";
import { messageChannel } from "@/lib/journey/kinds/config";
import { quietUntil } from "@/lib/policy/quiet-hours";

/** Look once more right before sending: a refusal since, an address that is gone, or night. Null: go ahead. */
export function objectionTo(scene: Scene, batch: Batch, now: Date): Outcome | null {
  const { message, inputs, person } = scene;
  const base = { id: message.id, attempt: message.attempt, from: "queued" as const };
  const drop = (to: "cancelled" | "failed", code: string, detail: Record<string, unknown> = {}): Outcome => ({
    change: { ...base, to, reasonCode: code, reasonDetail: detail, giveBack: true },
    settlement: { outcome: "not_sent", code, detail },
  });
  if (message.channel === "webhook" || inputs.isTest) return null;
  if (!person) return drop("failed", "person.missing");
  if (message.channel === "email" && !inputs.to && !person.email)
    return drop("failed", "address.missing", { channel: "email" });
  if (
    message.purpose !== "transactional" &&
    batch.refusals.has(refusalKey(person.id, message.channel, message.purpose))
  ) {
    return drop("cancelled", "consent.refused", { channel: message.channel, purpose: message.purpose });
  }
  const channel = messageChannel.safeParse(message.channel).data;
  if (
    message.isAutomated &&
    message.purpose !== "transactional" &&
    channel &&
    batch.policy.quietHours.channels.includes(channel)
  ) {
    const untilMs = quietUntil(batch.policy.quietHours, person.zone ?? batch.sender.zone, now.getTime());
    if (untilMs === null || untilMs > now.getTime()) {
      const dueAt = new Date(untilMs ?? now.getTime() + 86_400_000);
      return {
        change: { ...base, to: "queued", dueAt, reasonCode: "quiet_hours", reasonDetail: { untilMs: dueAt.getTime() } },
        settlement: null,
      };
    }
  }
  return null;
}
