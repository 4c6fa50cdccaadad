import { idOf } from "@/lib/hash/id-of";
import type { Rule } from "@/lib/audience/rule";
import { days } from "@/db/seed/journeys/draft";

export const segmentIds = {
  new: idOf("segment", "new"),
  growing: idOf("segment", "growing"),
  established: idOf("segment", "established"),
  atRisk: idOf("segment", "at-risk"),
  champions: idOf("segment", "champions"),
  administrators: idOf("segment", "administrators"),
} as const;

const startedWithin = (count: number): Rule => ({
  kind: "trait",
  of: "subject",
  trait: "contractStart",
  op: "in_the_last",
  value: days(count),
});
const below = (trait: string, value: number): Rule => ({ kind: "trait", of: "subject", trait, op: "less_than", value });
const roleIs = (role: string): Rule => ({ kind: "trait", of: "subject", trait: "role", op: "is", value: role });

export interface DemoSegment {
  id: string;
  name: string;
  subject: "person" | "account";
  builtIn: string | null;
  rule: Rule;
}

/** The four built-in segments of accounts and two of people. */
export const demoSegments: readonly DemoSegment[] = [
  { id: segmentIds.new, name: "New", subject: "account", builtIn: "new", rule: startedWithin(90) },
  {
    id: segmentIds.growing,
    name: "Growing",
    subject: "account",
    builtIn: "growing",
    rule: { kind: "all", rules: [startedWithin(180), { kind: "not", rule: startedWithin(90) }] },
  },
  {
    id: segmentIds.established,
    name: "Established",
    subject: "account",
    builtIn: "established",
    rule: { kind: "not", rule: startedWithin(180) },
  },
  {
    id: segmentIds.atRisk,
    name: "At risk",
    subject: "account",
    builtIn: "at_risk",
    rule: { kind: "any", rules: [below("health", 40), below("journeyHealth", 40)] },
  },
  { id: segmentIds.champions, name: "Champions", subject: "person", builtIn: null, rule: roleIs("champion") },
  { id: segmentIds.administrators, name: "Administrators", subject: "person", builtIn: null, rule: roleIs("admin") },
];

export const segmentIdByName: ReadonlyMap<string, string> = new Map(
  demoSegments.map((segment) => [segment.name, segment.id]),
);
