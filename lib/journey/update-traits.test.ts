import { expect, it } from "vitest";
import { factsOf } from "@/lib/journey/testing/sample-journey";
import { updateFacts, updateTraits } from "@/lib/journey/update-traits";

const add = { op: "add", trait: "n", by: 2 } as const;

it("sets, adds and removes without touching what it was given", () => {
  const before = Object.freeze({ n: 1, old: true, word: "x" });
  expect(
    updateTraits(before, [
      add,
      { op: "unset", trait: "old" },
      { op: "set", trait: "plan", value: "pro" },
      { op: "add", trait: "word", by: 1 },
    ]),
  ).toEqual({
    n: 3,
    word: 1,
    plan: "pro",
  });
});

it("keeps an account's own traits and its account one thing, and a person's apart", () => {
  const traits = { n: 1 };
  const own = updateFacts(factsOf({ traits, account: traits }), { of: "account", set: [add], inHoldout: false });
  expect([own.traits, own.account]).toEqual([{ n: 3 }, { n: 3 }]);
  const person = updateFacts(factsOf({ traits, account: { n: 5 } }), { of: "account", set: [add], inHoldout: false });
  expect([person.traits, person.account]).toEqual([{ n: 1 }, { n: 7 }]);
  expect(updateFacts(factsOf({ traits }), { of: "account", set: [add], inHoldout: false }).account).toBeNull();
});
