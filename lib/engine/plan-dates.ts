import { toTimeMs } from "@/lib/audience/operators";
import { enter } from "@/lib/engine/enter-journey";
import type { LivePlan } from "@/lib/engine/plan-cache";
import type { TickScope } from "@/lib/engine/scope";
import { type Subject, factsOf, pastKey } from "@/lib/engine/subject";

type Traits = Readonly<Record<string, unknown>>;

/** The date a journey waits for in these traits, ms; null when it starts otherwise or the trait holds none. */
function dateIn({ plan }: LivePlan, traits: Traits): number | null {
  const { trigger } = plan.document.entry;
  if (trigger.type !== "date") return null;
  const dateMs = toTimeMs(traits[trigger.trait]);
  return Number.isFinite(dateMs) ? dateMs : null;
}

function offsetOf({ plan }: LivePlan): number {
  const { trigger } = plan.document.entry;
  return trigger.type === "date" ? trigger.offsetMs : 0;
}

/** Put a subject's dates on the calendar: an item that falls due when the journey starts. Dates that were the same
 * `before` are there already; one whose start has passed for longer than an event stays fresh starts nothing. */
export function planDates(
  scope: TickScope,
  subject: Subject,
  before: Traits | null,
  journeyId: string | null = null,
): void {
  const { traits } = factsOf(subject);
  for (const journey of scope.live.journeys) {
    if (journey.plan.document.subject !== subject.kind || (journeyId !== null && journey.journeyId !== journeyId))
      continue;
    const dateMs = dateIn(journey, traits);
    if (dateMs === null || (before !== null && dateIn(journey, before) === dateMs)) continue;
    const dueAtMs = dateMs + offsetOf(journey);
    if (dueAtMs + journey.plan.document.entry.freshMs < scope.nowMs) continue;
    scope.writes.letters.push({
      bucket: scope.bucket,
      subjectId: subject.id,
      dueAtMs,
      item: { kind: "date", journeyId: journey.journeyId, versionId: journey.plan.versionId, dateMs },
    });
  }
}

/** The day has come. A trait changed since has its own item, and so has a version published since: its offset may be
 * another. A date planned twice, because it was set back, starts once. */
export function arriveByDate(
  scope: TickScope,
  subject: Subject,
  { journeyId, versionId, dateMs }: { journeyId: string; versionId: string; dateMs: number },
  nowMs: number,
): void {
  const journey = scope.live.byJourney.get(journeyId);
  if (journey?.plan.versionId !== versionId || dateIn(journey, factsOf(subject).traits) !== dateMs) return;
  const isInside = subject.active.some(
    ({ enrollment: one }) => one.journeyId === journeyId && one.enteredAtMs >= nowMs,
  );
  const lastExitAtMs = subject.past.get(pastKey(journeyId, ""))?.lastExitAtMs ?? null;
  if (isInside || (lastExitAtMs !== null && lastExitAtMs >= nowMs)) return;
  enter(scope, subject, journey, {
    trigger: "date",
    event: null,
    nowMs,
    context: { date: new Date(dateMs).toISOString() },
  });
}
