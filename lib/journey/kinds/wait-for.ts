import { matchesWhen } from "@/lib/audience/matches-when";
import { nextChangeAt } from "@/lib/audience/next-change-at";
import { explainRule } from "@/lib/audience/evaluate-rule";
import type { StepKind } from "@/lib/journey/kinds/step-kind";

/** An event counts when it comes after the arrival; a rule may hold already. At the same instant it beats the timeout. */
export const waitFor: StepKind<"wait_for"> = {
  ports: () => ["happened", "timed_out"],
  decide({ when, timeoutMs }, { enteredAtMs, nowMs, facts, context, input, wait }) {
    const event = wait !== null && input?.type === "event" ? input.event : null;
    const untilMs = enteredAtMs + timeoutMs;
    if (matchesWhen(when, event, facts, context, nowMs)) {
      const detail =
        when.type === "rule" ? { because: explainRule(when.rule, facts, context, nowMs) } : { event: when.event };
      return { type: "follow", ports: ["happened"], code: "happened", detail };
    }
    if (nowMs >= untilMs) return { type: "follow", ports: ["timed_out"], code: "timed_out", detail: { timeoutMs } };
    const changeAtMs = when.type === "rule" ? nextChangeAt(when.rule, facts, nowMs, context) : null;
    return { type: "wait", wait: { type: "step", untilMs }, lookAtMs: Math.min(untilMs, changeAtMs ?? untilMs) };
  },
};
