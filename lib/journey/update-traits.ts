import type { Facts } from "@/lib/audience/facts";
import type { ConfigOf } from "@/lib/journey/kinds/config";

type Traits = Readonly<Record<string, unknown>>;

/** The traits after an update step; the given ones are left as they are. Adding to what is no number starts at 0. */
export function updateTraits(traits: Traits, set: ConfigOf<"update">["set"]): Record<string, unknown> {
  const next: Record<string, unknown> = { ...traits };
  for (const change of set) {
    if (change.op === "set") next[change.trait] = change.value;
    else if (change.op === "unset") delete next[change.trait];
    else {
      const before = next[change.trait];
      next[change.trait] = (typeof before === "number" ? before : 0) + change.by;
    }
  }
  return next;
}

/** Facts as later steps of the same moment see them. An account's own traits and `account` are one thing. */
export function updateFacts(facts: Facts, { of, set }: ConfigOf<"update">): Facts {
  const isOneThing = facts.account === facts.traits;
  if (of === "subject" || isOneThing) {
    const traits = updateTraits(facts.traits, set);
    return { ...facts, traits, account: isOneThing ? traits : facts.account };
  }
  return facts.account === null ? facts : { ...facts, account: updateTraits(facts.account, set) };
}
