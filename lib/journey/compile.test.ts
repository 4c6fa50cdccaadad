import { expect, it } from "vitest";
import { DAY_MS, planOf, stepOf } from "@/lib/journey/testing/sample-journey";

it("knows what can move somebody and what to load for it", () => {
  const plan = planOf(
    [
      stepOf("in", "entry"),
      stepOf("w", "wait_for", { when: { type: "event", event: "paid" }, timeoutMs: DAY_MS }),
      stepOf("d", "wait", { type: "date", trait: "renewal" }),
      stepOf("b", "branch", {
        cases: [{ id: "a", name: "A", rule: { kind: "event", event: "login", withinMs: DAY_MS } }],
      }),
    ],
    ["in.next>w", "w.happened>gone"],
    {
      exit: [
        {
          id: "x",
          name: "X",
          when: { type: "rule", rule: { kind: "engagement", did: "clicked", withinMs: 5 } },
          outcome: "success",
        },
      ],
      states: [
        {
          id: "main",
          name: "Main",
          entryCriteria: [{ id: "c", name: "C", when: { type: "event", event: "trained" } }],
          timeout: { afterMs: 1, then: "gone" },
        },
      ],
    },
  );
  expect(plan.interests).toMatchObject({
    entryEvents: ["signed_up"],
    waitEvents: ["trained", "paid"],
    traits: ["renewal"],
    horizonMs: { login: DAY_MS, trained: null },
    usesEngagement: true,
    engagementHorizonMs: 5,
  });
  expect([...plan.interests.events].sort()).toEqual(["login", "paid", "signed_up", "trained"]);
  expect(plan.steps.get("w")?.next("happened")).toBeNull();
  expect(plan.steps.get("in")?.next("next")?.id).toBe("w");
  expect(plan.states.get("main")?.timeout).toBeNull();
});

it("takes a journey without steps", () => {
  expect(planOf([], []).entry).toBeNull();
});
