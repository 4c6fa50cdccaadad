import { expect, test } from "vitest";
import { emptyJourney } from "@/lib/journey/empty-journey";
import { journeyDocument } from "@/lib/journey/document";
import { defaultPolicy } from "@/lib/policy/policy";
import { riskOf } from "@/lib/policy/risk";

let n = 0;
const journey = emptyJourney({ name: "Welcome", subject: "person", newId: () => `id${n++}` });

test.each([
  [500, "low"],
  [501, "medium"],
  [5000, "medium"],
  [5001, "high"],
] as const)("%i people are %s risk", (reach, risk) => {
  expect(riskOf(journey, reach, defaultPolicy).risk).toBe(risk);
});

test("a webhook is at least medium risk and says so", () => {
  const state = journey.states[0]?.id;
  const withHook = journeyDocument.parse({
    ...journey,
    steps: [
      ...journey.steps,
      { id: "hook", state, name: "Tell the CRM", kind: "webhook", config: { url: "https://crm.test" } },
    ],
  });
  expect(riskOf(withHook, 1, defaultPolicy)).toEqual({
    risk: "medium",
    because: ["It uses a channel outside the workspace's own."],
  });
});
