export type BuiltInSegment = "New" | "Growing" | "Established" | "At risk";

/** The built-in segments by age of the contract: New 0–90 days, Growing 90–180, Established from 180; At risk besides. */
export function accountSegments(
  ageDays: number | null,
  health: number | null,
  journeyHealth: number | null,
): BuiltInSegment[] {
  const age: BuiltInSegment[] =
    ageDays === null ? [] : [ageDays < 90 ? "New" : ageDays < 180 ? "Growing" : "Established"];
  const atRisk = (health !== null && health < 40) || (journeyHealth !== null && journeyHealth < 40);
  return atRisk ? [...age, "At risk"] : age;
}
