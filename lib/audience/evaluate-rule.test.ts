import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRule } from "@/lib/audience/compile-rule";
import { describeExplanation } from "@/lib/audience/describe-explanation";
import { describeRule } from "@/lib/audience/describe-rule";
import { evaluateRule, explainRule } from "@/lib/audience/evaluate-rule";
import type { Facts } from "@/lib/audience/facts";
import { nextChangeAt } from "@/lib/audience/next-change-at";
import { type Rule, rule } from "@/lib/audience/rule";

const NOW_MS = 1_000_000;
const factsOf = (more: Partial<Facts> = {}): Facts => ({
  traits: {},
  account: null,
  segments: new Set(),
  events: [],
  engagement: [],
  zone: "UTC",
  ...more,
});
const ruleOf = (value: unknown): Rule => rule.parse(value);
const holds = (value: unknown, facts: Partial<Facts> = {}, context = {}) =>
  evaluateRule(ruleOf(value), factsOf(facts), context, NOW_MS);
const events = (...times: number[]) =>
  times.map((atMs) => ({ name: "login", atMs, properties: { plan: "pro", address: { city: "Bonn" } } }));

describe("evaluateRule", () => {
  it.each([
    [{ kind: "trait", trait: "plan", op: "is", value: "PRO" }, true],
    [{ kind: "trait", trait: "address.city", op: "is", value: "Bonn" }, true],
    [{ kind: "trait", trait: "constructor", op: "is_set" }, false],
    [{ kind: "trait", of: "account", trait: "arr", op: "more_than", value: 10 }, true],
    [{ kind: "trait", of: "context", trait: "orderId", op: "is", value: "7" }, true],
    [{ kind: "trait", trait: "plan", op: "at_least", value: 3 }, false],
    [{ kind: "all", rules: [] }, true],
    [{ kind: "any", rules: [] }, false],
    [{ kind: "segment", segmentId: "0198c0de-0000-7000-8000-000000000001", is: false }, true],
  ])("%j is %s", (value, expected) => {
    const facts = { traits: { plan: "pro", address: { city: "Bonn" } }, account: { arr: 11 } };
    expect(holds(value, facts, { orderId: 7 })).toBe(expected);
  });

  it("counts events in a window that is open at its far end", () => {
    const twice = { kind: "event", event: "login", times: 2, withinMs: 100 };
    expect(holds(twice, { events: events(NOW_MS - 99, NOW_MS) })).toBe(true);
    expect(holds(twice, { events: events(NOW_MS - 100, NOW_MS) })).toBe(false);
    expect(holds(twice, { events: events(NOW_MS, NOW_MS + 1) })).toBe(false);
    expect(holds({ kind: "event", event: "login", count: "exactly", times: 0 }, {})).toBe(true);
    const filtered = { kind: "event", event: "login", where: [{ property: "address.city", op: "is", value: "Rome" }] };
    expect(holds(filtered, { events: events(NOW_MS) })).toBe(false);
  });

  it("lets nobody in by a broken clause, not even under not", () => {
    const broken = { kind: "trait", of: "subject", trait: "plan", op: "is" } as Rule;
    const unknown = { kind: "trait", of: "subject", trait: "plan", op: "resembles", value: 1 } as unknown as Rule;
    for (const one of [broken, unknown]) {
      expect(evaluateRule(one, factsOf(), {}, NOW_MS)).toBe(false);
      expect(evaluateRule({ kind: "not", rule: one }, factsOf(), {}, NOW_MS)).toBe(false);
      expect(evaluateRule({ kind: "any", rules: [one, { kind: "all", rules: [] }] }, factsOf(), {}, NOW_MS)).toBe(true);
    }
  });
});

it("names what a rule depends on", () => {
  const compiled = compileRule(
    ruleOf({
      kind: "any",
      rules: [
        { kind: "event", event: "a", withinMs: 5 },
        { kind: "event", event: "a", withinMs: 9 },
        { kind: "not", rule: { kind: "event", event: "b" } },
        { kind: "trait", of: "account", trait: "arr", op: "is_set" },
        { kind: "engagement", did: "clicked", withinMs: 7 },
      ],
    }),
  );
  expect(compiled).toEqual({
    events: ["a", "b"],
    horizonMs: { a: 9, b: null },
    traits: [],
    accountTraits: ["arr"],
    segments: [],
    usesEngagement: true,
    engagementHorizonMs: 7,
    changesWithTime: true,
  });
});

const count = { count: fc.constantFrom("at_least", "at_most", "exactly"), times: fc.integer({ min: 0, max: 3 }) };
const span = fc.integer({ min: 1, max: 60 });
const clause = fc.oneof(
  fc.record({
    kind: fc.constant("trait"),
    trait: fc.constantFrom("t0", "t1"),
    op: fc.constantFrom("in_the_last", "in_the_next"),
    value: span,
  }),
  fc.record({ kind: fc.constant("trait"), trait: fc.constant("flag"), op: fc.constant("is"), value: fc.boolean() }),
  fc.record({
    kind: fc.constant("event"),
    event: fc.constantFrom("a", "b"),
    ...count,
    withinMs: fc.option(span, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant("event"),
    event: fc.constantFrom("a", "b"),
    ...count,
    withinMs: fc.option(span, { nil: undefined }),
    where: fc.constant([{ property: "due", op: "in_the_next", value: 20 }]),
  }),
  fc.record({
    kind: fc.constant("engagement"),
    did: fc.constantFrom("opened", "clicked"),
    ...count,
    withinMs: fc.option(span, { nil: undefined }),
  }),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2 },
    clause,
    fc.record({ kind: fc.constantFrom("all", "any"), rules: fc.array(tie("tree"), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant("not"), rule: tie("tree") }),
  ),
}));
const moment = fc.integer({ min: -100, max: 100 });
const history = fc.record({
  times: fc.array(fc.tuple(fc.constantFrom("a", "b"), moment, moment), { maxLength: 8 }),
  touches: fc.array(fc.tuple(fc.constantFrom("opened" as const, "clicked" as const), moment), { maxLength: 5 }),
  traits: fc.record({ t0: moment, t1: moment, flag: fc.boolean() }),
});

describe("time alone", () => {
  it("changes a rule exactly when nextChangeAt says, by brute force", () => {
    fc.assert(
      fc.property(tree, history, moment, (value, { times, touches, traits }, nowMs) => {
        const one = ruleOf(value);
        const facts = factsOf({
          traits,
          events: times
            .map(([name, atMs, due]) => ({ name, atMs, properties: { due } }))
            .sort((x, y) => x.atMs - y.atMs),
          engagement: touches.map(([did, atMs]) => ({ did, channel: "email", atMs })).sort((x, y) => x.atMs - y.atMs),
        });
        const before = evaluateRule(one, facts, {}, nowMs);
        let expected: number | null = null;
        for (let atMs = nowMs + 1; atMs <= 300 && expected === null; atMs++) {
          if (evaluateRule(one, facts, {}, atMs) !== before) expected = atMs;
        }
        expect(nextChangeAt(one, facts, nowMs)).toBe(expected);
        if (expected !== null)
          expect(
            compileRule(one).changesWithTime ||
              facts.events.some((event) => event.atMs > nowMs) ||
              touches.some(([, at]) => at > nowMs),
          ).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("leaves evaluation and explanation of one mind", () => {
    fc.assert(
      fc.property(tree, history, moment, (value, { traits }, nowMs) => {
        const one = ruleOf(value);
        const facts = factsOf({ traits });
        expect(explainRule(one, facts, {}, nowMs).holds === true).toBe(evaluateRule(one, facts, {}, nowMs));
      }),
    );
  });
});

describe("words", () => {
  const one = ruleOf({
    kind: "all",
    rules: [
      { kind: "trait", trait: "plan", op: "is", value: "pro" },
      {
        kind: "any",
        rules: [
          { kind: "event", event: "login", times: 3, withinMs: 7 * 86_400_000 },
          { kind: "trait", of: "account", trait: "arr", op: "more_than", value: 100 },
        ],
      },
    ],
  });

  it("say the rule", () => {
    expect(describeRule(one)).toBe(
      "plan is pro and (did login at least 3 times in the last 7 d or account’s arr is more than 100)",
    );
  });

  it("say why it held or did not, with the value seen", () => {
    const because = (facts: Partial<Facts>) => describeExplanation(explainRule(one, factsOf(facts), {}, NOW_MS));
    expect(because({ traits: { plan: "starter" } })).toBe("“plan is pro” does not hold (it is starter)");
    expect(because({ traits: { plan: "pro" }, account: { arr: 500 } })).toBe(
      "plan is pro (it is pro) and account’s arr is more than 100 (it is 500)",
    );
  });
});
