import { describeExplanation } from "@/lib/audience/describe-explanation";
import type { RuleNames } from "@/lib/audience/describe-rule";
import type { Explanation } from "@/lib/audience/evaluate-rule";
import type { Decision } from "@/lib/journey/action";
import { channelName, describeReason } from "@/lib/policy/reasons";
import { formatDuration } from "@/lib/time/format-duration";

type Detail = Readonly<Record<string, unknown>>;
type Sentence = (detail: Detail, names: RuleNames) => string;

const word = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value).replaceAll("_", " ") : "…";
const name = (value: unknown): string => (typeof value === "string" ? value : "…");
const duration = (value: unknown): string => (typeof value === "number" ? formatDuration(value) : "some time");
const isExplanation = (value: unknown): value is Explanation =>
  typeof value === "object" && value !== null && "holds" in value;

function because({ because: value, event }: Detail, names: RuleNames): string {
  if (isExplanation(value)) return ` because ${describeExplanation(value, names)}`;
  if (typeof event === "string") return ` because of ${event}`;
  return "";
}

function firstFailed({ failed }: Detail, names: RuleNames): string {
  const first: unknown = Array.isArray(failed) ? failed[0] : undefined;
  if (typeof first !== "object" || first === null || !("because" in first) || !isExplanation(first.because)) return "";
  return `: ${describeExplanation(first.because, names)}`;
}

/** The gate's reason travels in the detail of what the engine recorded. */
const gateReason = (d: Detail): string => describeReason({ code: name(d.reason), detail: d });

const starts: Record<string, (detail: Detail) => string> = {
  event: (d) => ` because of ${name(d.event)}`,
  segment: () => " by a segment",
  date: () => " because its day had come",
  schedule: () => " by the schedule",
  manual: () => " by hand or by the API",
  handoff: () => " from another journey",
};

/** Every outcome the core and the engine record, as the trace says it. */
export const decisionCodes = {
  entered: (d) =>
    `Entered${starts[String(d.start)]?.(d) ?? ""}.${d.heldOut === true ? " Held out for comparison: walks along, is never contacted." : ""}`,
  branch_case: (d, names) => `Took “${name(d.case)}”${because(d, names)}.`,
  branch_else: (d, names) =>
    d.cases === 0 ? "No case to ask, so everyone else." : `No case held, so everyone else${firstFailed(d, names)}.`,
  happened: (d, names) => `It happened${because(d, names)}.`,
  timed_out: (d) => `It did not happen within ${duration(d.timeoutMs)}.`,
  engaged: (d) => (d.how === "replied" ? "Replied." : "Clicked."),
  opened_only: (d) => `Opened, but did not respond within ${duration(d.windowMs)}.`,
  no_response: (d) => `No response within ${duration(d.windowMs)}.`,
  not_sent: (d) => `Not sent. ${describeReason({ code: name(d.because), detail: d })}`,
  withheld: (d) =>
    d.channel === "update"
      ? "Not changed: held out for comparison."
      : `Withheld ${channelName(d.channel)}: held out for comparison.`,
  task_done: (d) => `Task finished: ${word(d.outcome)}.`,
  task_late: (d) => `The task was not finished within ${duration(d.dueMs)}.`,
  task_after: (d) => `Task finished after the journey went on: ${word(d.outcome)}.`,
  date_missing: (d) => `Went on at once: ${name(d.trait)} holds no date.`,
  date_passed: (d) => `Went on at once: the date in ${name(d.trait)} has passed.`,
  off: () => "Passed by: the step is switched off.",
  border: (d, names) => `Waits to enter ${name(d.state)}: ${name(d.name)} is not met yet${because(d, names)}.`,
  state_exit: (d, names) => `Left ${name(d.state)} by “${name(d.name)}”${because(d, names)}.`,
  state_timeout: (d) => `Stayed in ${name(d.state)} longer than ${duration(d.afterMs)}.`,
  journey_exit: (d, names) => `Left the journey by “${name(d.name)}”${because(d, names)}.`,
  exit: (d) => (d.outcome === "success" ? "Reached the end with success." : "Reached the end."),
  left_stopped: () => "Stopped by hand.",
  left_merged: () => "Left because two records became one.",
  left_withdrawn: () => "Left because of an unsubscribe.",
  left_graceful: (d) => `Left: ${word(d.because)}.`,
  dead_end: () => "Stays here: this way out leads nowhere.",
  step_missing: () => "Stays here: the step does not exist in this version.",
  loop: (d) => `Stopped: ${word(d.hops)} steps in one moment without a wait. Nothing was done.`,
  "entry.no_start": () => "Did not enter: the journey has no start.",
  "entry.other_trigger": () => "Did not enter: something else starts this journey.",
  "entry.stale_event": (d) =>
    `Did not enter: the event was ${duration(d.ageMs)} old, the limit is ${duration(d.freshMs)}.`,
  "entry.no_key": (d) => `Did not enter: the event has no ${name(d.property)}.`,
  "entry.active": () => "Did not enter: already in this journey.",
  "entry.again": () => "Did not enter: has been in this journey before.",
  "entry.too_soon": () => "Did not enter: left this journey too recently.",
  "entry.excluded": (d) => `Did not enter: is in ${name(d.name)}, which comes first.`,
  "entry.full": (d) => `Did not enter: the journey takes ${word(d.limit)} at most.`,
  "entry.not_matching": (d, names) => `Did not enter${because(d, names)}.`,
  "entry.paused": () => "Did not enter: the journey is paused.",
  "message.send": (d) => `Sent by ${channelName(d.channel)}.`,
  "message.hold": (d) => `Held. ${gateReason(d)}`,
  "message.drop": (d) => `Dropped. ${gateReason(d)}`,
  "entry.rollout": (d) => `Did not enter: the journey runs for ${Math.round(Number(d.share) * 100)}% so far.`,
} as const satisfies Record<string, Sentence>;

export type DecisionCode = keyof typeof decisionCodes;

/** A decision as a sentence with the values used. Codes of the gate are read from its own table. */
export function describeDecision({ code, detail }: Pick<Decision, "code" | "detail">, names: RuleNames = {}): string {
  if (!Object.hasOwn(decisionCodes, code)) return describeReason({ code, detail });
  const sentence: Sentence = decisionCodes[code as DecisionCode];
  return sentence(detail, names);
}
