import type { MessageChannel, StepConfig } from "@/lib/journey/kinds/config";
import { portsOf } from "@/lib/journey/kinds/index";

/**
 * Starting points for shares nobody has set, always shown as assumed and replaced by history after launch: people
 * who click or reply within a window, and people who open without doing so.
 */
const responseByChannel: Readonly<Record<MessageChannel, { engaged: number; openedOnly: number }>> = {
  email: { engaged: 0.1, openedOnly: 0.3 },
  in_app: { engaged: 0.25, openedOnly: 0.35 },
  sms: { engaged: 0.15, openedOnly: 0.5 },
  whatsapp: { engaged: 0.25, openedOnly: 0.5 },
  push: { engaged: 0.06, openedOnly: 0.1 },
  web: { engaged: 0.08, openedOnly: 0.3 },
  chat: { engaged: 0.3, openedOnly: 0.3 },
};
const NOT_SENT = 0.03;
const WEBHOOK_FAILED = 0.01;
const TASK_LATE = 0.2;
const WAITED_FOR = 0.4;

function weights(step: StepConfig): Record<string, number> {
  switch (step.kind) {
    case "message": {
      const { engaged, openedOnly } = responseByChannel[step.config.channel];
      const sent = 1 - NOT_SENT;
      const silent = step.config.splitOpened ? 1 - engaged - openedOnly : 1 - engaged;
      return {
        sent,
        engaged: sent * engaged,
        clicked: sent * engaged,
        opened: sent * openedOnly,
        no_response: sent * silent,
        not_sent: NOT_SENT,
      };
    }
    case "webhook":
      return { sent: 1 - WEBHOOK_FAILED, not_sent: WEBHOOK_FAILED };
    case "task":
      return { done: 1 - TASK_LATE, late: TASK_LATE };
    case "wait_for":
      return { happened: WAITED_FOR, timed_out: 1 - WAITED_FOR };
    default:
      return {};
  }
}

/** Relative shares of a step's ports; equal where nothing is known, such as between the cases of a branch. */
export function benchmarkShares(step: StepConfig): Record<string, number> {
  const ports = portsOf(step);
  const known = weights(step);
  return Object.fromEntries(ports.map((port) => [port, known[port] ?? 1 / ports.length]));
}
