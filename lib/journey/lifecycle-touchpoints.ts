import type { z } from "zod";
import type { When } from "@/lib/audience/rule";
import type { journeyDocument } from "@/lib/journey/document";

type Draft = z.input<typeof journeyDocument>;
type StepDraft = Draft["steps"][number];
type PathDraft = Draft["paths"][number];

export const DAY_MS = 86_400_000;

/** A stretch of the lifecycle: its step, and where each port leads with the share expected there. */
export interface Touchpoint {
  step: StepDraft;
  leads: readonly { port: string; to: string; share: number }[];
}

export interface Place {
  id: string;
  state: string;
  name: string;
  next: string;
}

const at = ({ id, state, name }: Place) => ({ id, state, name });

export function task(
  place: Place,
  type: "call" | "meeting" | "to_do" | "email",
  notes: string,
  dueDays = 3,
): Touchpoint {
  return {
    step: { ...at(place), kind: "task", config: { type, title: place.name, notes, dueMs: dueDays * DAY_MS } },
    leads: [
      { port: "done", to: place.next, share: 0.8 },
      { port: "late", to: place.next, share: 0.2 },
    ],
  };
}

export function message(place: Place, channel: "email" | "in_app", subject: string, body: string): Touchpoint {
  return {
    step: {
      ...at(place),
      kind: "message",
      config: { channel, purpose: "service", topic: "lifecycle", to: { type: "primary" }, content: { subject, body } },
    },
    leads: [
      { port: "sent", to: place.next, share: 0.95 },
      { port: "not_sent", to: place.next, share: 0.05 },
    ],
  };
}

export function wait(place: Place, days: number): Touchpoint {
  return {
    step: { ...at(place), kind: "wait", config: { type: "duration", ms: days * DAY_MS } },
    leads: [{ port: "next", to: place.next, share: 1 }],
  };
}

export function waitFor(place: Place, when: When, days: number, happened: { to: string; share: number }): Touchpoint {
  return {
    step: { ...at(place), kind: "wait_for", config: { when, timeoutMs: days * DAY_MS } },
    leads: [
      { port: "happened", to: happened.to, share: happened.share },
      { port: "timed_out", to: place.next, share: 1 - happened.share },
    ],
  };
}

export function milestone(place: Place, isGoal = false): Touchpoint {
  return {
    step: { ...at(place), kind: "milestone", config: { milestone: place.name, isGoal } },
    leads: [{ port: "reached", to: place.next, share: 1 }],
  };
}

export function pathsOf({ step, leads }: Touchpoint): PathDraft[] {
  return leads.map(({ port, to, share }) => ({
    from: step.id,
    port,
    to,
    expected: { share, source: "estimate" as const, note: "A starting point; replace it with history." },
  }));
}
