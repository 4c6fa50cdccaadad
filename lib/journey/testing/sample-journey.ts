import type { Facts } from "@/lib/audience/facts";
import { compile } from "@/lib/journey/compile";
import { type JourneyDocument, journeyDocument } from "@/lib/journey/document";
import { beginEnrollment } from "@/lib/journey/enter";
import type { Enrollment } from "@/lib/journey/enrollment";
import type { Plan } from "@/lib/journey/plan";

export const DAY_MS = 86_400_000;
/** A Monday, 12:00 UTC. */
export const START_MS = Date.UTC(2026, 5, 1, 12);

type Loose = Record<string, unknown>;

/** A step with its settings; the state is `main` and the name the id unless said. */
export function stepOf(id: string, kind: string, config: Loose = {}, more: Loose = {}): Loose {
  return { id, state: "main", name: id, kind, config, ...more };
}

/** "a.next>b" as a path. */
export function pathOf(text: string): Loose {
  const [from, to] = text.split(">");
  const [step, port] = (from ?? "").split(".");
  return { from: step, port, to };
}

/** A parsed journey of these steps and paths ("a.next>b"); everything else by default. */
export function journeyOf(steps: Loose[], paths: string[], more: Loose = {}): JourneyDocument {
  return journeyDocument.parse({
    schema: 1,
    name: "Sample",
    subject: "person",
    entry: { trigger: { type: "event", event: "signed_up" } },
    states: [{ id: "main", name: "Main" }],
    steps,
    paths: paths.map(pathOf),
    ...more,
  });
}

export function planOf(steps: Loose[], paths: string[], more: Loose = {}): Plan {
  return compile(journeyOf(steps, paths, more), { journeyId: "journey", versionId: "version" });
}

export function factsOf(more: Partial<Facts> = {}): Facts {
  return { traits: {}, account: null, segments: new Set(), events: [], engagement: [], zone: "UTC", ...more };
}

export function beginOf(plan: Plan, more: { nowMs?: number; heldOut?: boolean; id?: string } = {}): Enrollment {
  return beginEnrollment(plan, {
    id: "e1",
    subjectId: "s1",
    nowMs: START_MS,
    context: {},
    variant: null,
    heldOut: false,
    ...more,
  });
}
