import type { MessageChange } from "@/db/queries/message/change-messages";
import type { Delivered } from "@/lib/contract/channel";
import { ambiguityOf } from "@/lib/engine/deliver/ambiguity";
import { backOffMs } from "@/lib/engine/deliver/back-off";
import { ATTEMPTS_MAX } from "@/lib/engine/deliver/delivery-limits";
import type { Settlement } from "@/lib/journey/input";

/** What becomes of a message, and what its journey is told; null while it is not over. */
export interface Outcome {
  change: MessageChange;
  settlement: Settlement | null;
}

interface Attempted {
  id: string;
  key: string;
  attempt: number;
  channel: string;
  purpose: string;
}

/** Turn the end of one attempt into the message's next state. `inputs` is what is kept of what was sent. */
export function outcomeOf(
  message: Attempted,
  delivered: Delivered,
  now: Date,
  inputs: Record<string, unknown> = {},
): Outcome {
  const { id, attempt } = message;
  const base = { id, attempt, from: "sending" as const, inputs };
  switch (delivered.outcome) {
    case "accepted":
      return {
        change: { ...base, to: "sent", sentAt: now, providerId: delivered.providerId },
        settlement: { outcome: "accepted" },
      };
    case "refused":
      return failed(base, delivered.code, delivered.detail);
    case "retry":
      if (attempt >= ATTEMPTS_MAX) return failed(base, delivered.code, { ...delivered.detail, attempts: attempt });
      return again(base, message, now, delivered.code, delivered.detail, delivered.afterMs);
    case "uncertain":
      if (ambiguityOf(message) === "resend" && attempt < ATTEMPTS_MAX) {
        return again(base, message, now, delivered.code, {
          ...delivered.detail,
          mayBeDoubled: message.channel === "email",
        });
      }
      return {
        change: { ...base, to: "uncertain", reasonCode: delivered.code, reasonDetail: delivered.detail },
        settlement: { outcome: "accepted" },
      };
  }
}

type Base = Pick<MessageChange, "id" | "attempt" | "inputs"> & { from: "sending" };

function failed(base: Base, code: string, detail: Record<string, unknown>): Outcome {
  return {
    change: { ...base, to: "failed", reasonCode: code, reasonDetail: detail, giveBack: true },
    settlement: { outcome: "not_sent", code, detail },
  };
}

function again(
  base: Base,
  message: Attempted,
  now: Date,
  code: string,
  detail: Record<string, unknown>,
  afterMs?: number,
): Outcome {
  const waitMs = Math.max(afterMs ?? 0, backOffMs(message.key, message.attempt));
  return {
    change: { ...base, to: "queued", dueAt: new Date(now.getTime() + waitMs), reasonCode: code, reasonDetail: detail },
    settlement: null,
  };
}
