import { idOf } from "@/lib/hash/id-of";
import type { Rule } from "@/lib/audience/rule";
import { builtInSegments } from "@/lib/audience/built-in-segments";

export const segmentIds = {
  new: idOf("segment", "new"),
  growing: idOf("segment", "growing"),
  established: idOf("segment", "established"),
  atRisk: idOf("segment", "at-risk"),
  champions: idOf("segment", "champions"),
  administrators: idOf("segment", "administrators"),
} as const;

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
  ...builtInSegments.map(({ builtIn, name, rule }) => ({
    id: idOf("segment", builtIn.replace("_", "-")),
    name,
    subject: "account" as const,
    builtIn,
    rule,
  })),
  { id: segmentIds.champions, name: "Champions", subject: "person", builtIn: null, rule: roleIs("champion") },
  { id: segmentIds.administrators, name: "Administrators", subject: "person", builtIn: null, rule: roleIs("admin") },
];

export const segmentIdByName: ReadonlyMap<string, string> = new Map(
  demoSegments.map((segment) => [segment.name, segment.id]),
);
