import type { Facts } from "@/lib/audience/facts";
import { toTimeMs } from "@/lib/audience/operators";
import { traitOf } from "@/lib/audience/trait-of";
import type { StepKind } from "@/lib/journey/kinds/step-kind";
import { instantOfLocal, nextLocalTime } from "@/lib/time/next-local-time";

/** A date without a time is midnight where the subject is. NaN when the trait is no date. */
function dateOf(facts: Facts, trait: string): number {
  const value = traitOf(facts.traits, trait) ?? traitOf(facts.account, trait);
  const timeMs = toTimeMs(value);
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(timeMs)
    ? instantOfLocal(facts.zone, timeMs)
    : timeMs;
}

/** The end is worked out anew each time, so that a changed zone or date moves it. */
export const wait: StepKind<"wait"> = {
  ports: () => ["next"],
  decide(config, { enteredAtMs, nowMs, facts }) {
    let untilMs: number;
    if (config.type === "duration") untilMs = enteredAtMs + config.ms;
    else if (config.type === "time") untilMs = nextLocalTime(facts.zone, enteredAtMs - 1, config);
    else {
      untilMs = dateOf(facts, config.trait) + config.offsetMs;
      if (Number.isNaN(untilMs))
        return { type: "follow", ports: ["next"], code: "date_missing", detail: { trait: config.trait } };
      if (untilMs <= enteredAtMs) {
        return {
          type: "follow",
          ports: ["next"],
          code: "date_passed",
          detail: { trait: config.trait, dateMs: untilMs },
        };
      }
    }
    if (nowMs >= untilMs) return { type: "follow", ports: ["next"] };
    return { type: "wait", wait: { type: "step", untilMs }, lookAtMs: untilMs };
  },
};
