import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultPolicy, policy } from "@/lib/policy/policy";
import { changedParts, policyDifference } from "./policy-difference";

test("the defaults differ in nothing, in whatever order their lists stand", () => {
  expect(policyDifference(defaultPolicy)).toEqual({});
  const turned = {
    ...defaultPolicy,
    caps: [...defaultPolicy.caps].reverse(),
    quietHours: { ...defaultPolicy.quietHours, channels: [...defaultPolicy.quietHours.channels].reverse() },
  };
  expect(policyDifference(turned)).toEqual({});
});

test("names the part in which two policies differ, however deep", () => {
  const strict = {
    ...defaultPolicy,
    quietHours: { ...defaultPolicy.quietHours, toMinute: 9 * 60 },
    accountCap: { max: 2, windowMs: 1 },
  };
  expect(changedParts(defaultPolicy, strict)).toEqual(["accountCap", "quietHours"]);
  expect(policyDifference({ ...defaultPolicy, caps: defaultPolicy.caps.slice(1) })).toEqual({
    caps: defaultPolicy.caps.slice(1),
  });
});

test("what is stored reads back as the same policy", () => {
  const any = fc.record({
    caps: fc.uniqueArray(
      fc.record({
        channel: fc.constantFrom("email", "sms", "push"),
        max: fc.nat(5),
        windowMs: fc.integer({ min: 1, max: 9 }),
      }),
      { selector: (cap) => cap.channel },
    ),
    accountCap: fc.constantFrom(defaultPolicy.accountCap, { max: 1, windowMs: 5 }),
    selfApproveLowRisk: fc.boolean(),
    lowRiskMaxPeople: fc.constantFrom(500, 20),
  });
  fc.assert(
    fc.property(any, (chosen) => {
      const whole = policy.parse({ ...defaultPolicy, ...chosen });
      expect(changedParts(policy.parse(policyDifference(whole)), whole)).toEqual([]);
    }),
  );
});
