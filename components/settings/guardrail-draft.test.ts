import { expect, test } from "vitest";
import { guardrails } from "@/lib/contract/guardrail/guardrail-verbs";
import { defaultPolicy } from "@/lib/policy/policy";
import { changedParts } from "@/lib/policy/policy-difference";
import { toDraft, toGuardrails } from "./guardrail-draft";

test("the form sends back what it was given, channels it does not draw included", () => {
  const policy = {
    ...defaultPolicy,
    caps: [...defaultPolicy.caps, { channel: "chat" as const, max: 4, windowMs: 5 * 3_600_000 }],
  };
  expect(changedParts(policy, { ...policy, ...toGuardrails(toDraft(policy)) })).toEqual([]);
});

test("an empty limit is none; any other empty number is refused by name", () => {
  const draft = toDraft(defaultPolicy);
  const sent = toGuardrails({
    ...draft,
    caps: { ...draft.caps, email: { max: null, windowMs: 1 } },
    accountMax: null,
    lowRiskMaxPeople: null,
  });
  expect(sent.caps.map((cap) => cap.channel)).toEqual(["sms", "push"]);
  expect(guardrails.safeParse(sent).error?.issues.map((issue) => issue.path.join("."))).toEqual([
    "accountCap.max",
    "lowRiskMaxPeople",
  ]);
});
