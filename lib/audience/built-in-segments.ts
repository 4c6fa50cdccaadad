import type { Rule } from "@/lib/audience/rule";

const DAY_MS = 86_400_000;

const startedWithin = (days: number): Rule => ({
  kind: "trait",
  of: "subject",
  trait: "contractStart",
  op: "in_the_last",
  value: days * DAY_MS,
});
const hasStarted: Rule = { kind: "trait", of: "subject", trait: "contractStart", op: "is_set" };
const below = (trait: string, value: number): Rule => ({ kind: "trait", of: "subject", trait, op: "less_than", value });

/** Segments of accounts every workspace begins with: New 0–90 days, Growing 90–180, Established 180+, and At risk, where
 * Health or Journey Health is below the 40 that asks for a person's review. */
export const builtInSegments = [
  { builtIn: "new", name: "New", rule: startedWithin(90) },
  {
    builtIn: "growing",
    name: "Growing",
    rule: { kind: "all", rules: [startedWithin(180), { kind: "not", rule: startedWithin(90) }] },
  },
  {
    builtIn: "established",
    name: "Established",
    rule: { kind: "all", rules: [hasStarted, { kind: "not", rule: startedWithin(180) }] },
  },
  {
    builtIn: "at_risk",
    name: "At risk",
    rule: { kind: "any", rules: [below("health", 40), below("journeyHealth", 40)] },
  },
] as const satisfies readonly { builtIn: string; name: string; rule: Rule }[];
