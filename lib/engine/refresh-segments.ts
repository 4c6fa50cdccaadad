import { evaluateRule } from "@/lib/audience/evaluate-rule";
import { enter } from "@/lib/engine/enter-journey";
import type { TickScope } from "@/lib/engine/scope";
import { type Subject, factsOf } from "@/lib/engine/subject";

/** Ask every segment of this kind again; who comes in or goes out may enter a journey that waits for that. */
export function refreshSegments(scope: TickScope, subject: Subject, nowMs: number): void {
  for (const segment of scope.live.segments) {
    if (segment.subject !== subject.kind) continue;
    const isMember = evaluateRule(segment.rule, factsOf(subject), {}, nowMs);
    if (isMember === subject.segments.has(segment.id)) continue;
    if (isMember) subject.segments.add(segment.id);
    else subject.segments.delete(segment.id);
    scope.writes.segments.push({ segmentId: segment.id, subjectId: subject.id, isMember, atMs: nowMs });
    for (const journey of scope.live.journeys) {
      const { trigger } = journey.plan.document.entry;
      if (trigger.type !== "segment" || trigger.segmentId !== segment.id || (trigger.on === "entered") !== isMember)
        continue;
      enter(scope, subject, journey, { trigger: "segment", event: null, nowMs });
    }
  }
}
