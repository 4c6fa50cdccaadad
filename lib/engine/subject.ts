import type { AccountRow, MemberRow, PersonRow } from "@/db/queries/tick/load-subjects";
import type { MessageToWrite } from "@/db/queries/tick/write-messages";
import type { ReservationToWrite } from "@/db/queries/tick/write-reservations";
import type { FactEngagement, FactEvent, Facts } from "@/lib/audience/facts";
import { accountSnapshot } from "@/lib/audience/account-snapshot";
import { personTraits } from "@/lib/audience/person-traits";
import type { Enrollment } from "@/lib/journey/enrollment";
import type { Touch } from "@/lib/policy/gate-types";
import { isZone } from "@/lib/time/is-zone";

export interface ActiveEnrollment {
  entryKey: string;
  enrollment: Enrollment;
}

export interface Past {
  entries: number;
  lastExitAtMs: number | null;
}

/** One person or account with all a tick knows of it. Lives only as long as the tick. */
export interface Subject {
  kind: "person" | "account";
  id: string;
  person: PersonRow | null;
  account: AccountRow | null;
  isChanged: boolean;
  /** The newest of the person's own events in this tick. */
  seenAtMs: number | null;
  events: FactEvent[];
  engagement: FactEngagement[];
  segments: Set<string>;
  consent: Record<string, "granted" | "refused">;
  touches: Touch[];
  escalation: { id: string; title: string; severity: string } | null;
  releasedAtMs: number | null;
  members: MemberRow[];
  active: ActiveEnrollment[];
  /** Keyed `journeyId entryKey`. */
  past: Map<string, Past>;
  /** Messages the gate holds or the account is asked about, by id; the person's. */
  open: Map<string, MessageToWrite>;
  /** Places asked for, by key; the account's. */
  reservations: Map<string, ReservationToWrite>;
  workspaceZone: string;
  facts: Facts | null;
}

/** The zone of RULES S28 as far as it is known: the person's, the account's, the workspace's. */
export function zoneOf(subject: Subject): string {
  const candidates = [
    subject.person?.zone,
    subject.person?.account_traits?.zone,
    subject.account?.zone,
    subject.workspaceZone,
  ];
  return candidates.find((zone): zone is string => typeof zone === "string" && isZone(zone)) ?? "UTC";
}

/** What rules see now; built once and again after a change. */
export function factsOf(subject: Subject): Facts {
  if (subject.facts) return subject.facts;
  const traits = subject.person
    ? personTraits(subject.person)
    : subject.account
      ? accountSnapshot(subject.account)
      : {};
  subject.facts = {
    traits,
    account: subject.kind === "account" ? traits : (subject.person?.account_traits ?? null),
    segments: subject.segments,
    events: subject.events,
    engagement: subject.engagement,
    zone: zoneOf(subject),
  };
  return subject.facts;
}

export function markChanged(subject: Subject): void {
  subject.isChanged = true;
  subject.facts = null;
}

export function pastKey(journeyId: string, entryKey: string): string {
  return `${journeyId} ${entryKey}`;
}
