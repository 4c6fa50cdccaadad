import type { Decision, Move } from "@/lib/journey/action";
import type { Enrollment } from "@/lib/journey/enrollment";
import type { ConfigOf } from "@/lib/journey/kinds/config";
import type { GateRequest } from "@/lib/policy/gate-types";

interface Origin {
  enrollmentId: string;
  journeyId: string;
  versionId: string;
  subjectId: string;
}

export interface WalkedEnrollment {
  entryKey: string;
  enrollment: Enrollment;
}

export type WalkedMove = Move & Origin & { heldOut: boolean };
export type WalkedDecision = Decision & Omit<Origin, "enrollmentId"> & { enrollmentId: string | null };

export interface WalkedMessage extends Origin {
  id: string;
  request: GateRequest;
  personId: string;
  stepId: string;
  visit: number;
  subjectLine: string;
  status: "held" | "queued" | "sent" | "failed" | "dropped" | "cancelled";
  dueAtMs: number | null;
  reasonCode: string | null;
  reasonDetail: Readonly<Record<string, unknown>>;
  countedAtMs: number | null;
  createdAtMs: number;
  sentAtMs: number | null;
  openedAtMs: number | null;
  clickedAtMs: number | null;
  bouncedAtMs: number | null;
  heldOut: boolean;
  /** An escalation held it, so its release is spaced (RULES S15). */
  wasPaused: boolean;
  /** An account's message begins when the account has given it a place; before that there is only the reservation. */
  isBegun: boolean;
  survivesExit: boolean;
}

export interface WalkedReservation {
  message: WalkedMessage;
  status: "waiting" | "given" | "refused" | "returned";
  reasonCode: string | null;
  dueAtMs: number | null;
  countedAtMs: number | null;
  askedAtMs: number;
}

export interface WalkedTask extends Origin {
  id: string;
  key: string;
  personId: string | null;
  stepId: string;
  visit: number;
  config: ConfigOf<"task">;
  title: string;
  ownerId: string | null;
  dueAtMs: number;
  cause: string;
  createdAtMs: number;
  status: "open" | "done" | "cancelled";
  outcome: string | null;
  closedAtMs: number | null;
}

export interface WalkedStageStay {
  stage: string;
  enteredAtMs: number;
  leftAtMs: number | null;
  manner: "placed" | "met" | "late";
}

export interface WalkedOutcome {
  /** Whose bucket counts it. */
  subjectId: string;
  versionId: string;
  stepId: string;
  outcome: string;
  heldOut: boolean;
  atMs: number;
}

/** Everything a walk through one household left behind, as the engine would have written it. */
export interface Walked {
  enrollments: WalkedEnrollment[];
  moves: WalkedMove[];
  decisions: WalkedDecision[];
  messages: WalkedMessage[];
  reservations: Map<string, WalkedReservation>;
  tasks: WalkedTask[];
  stays: WalkedStageStay[];
  outcomes: WalkedOutcome[];
  /** Traits journeys changed, by subject, as they are at the end. */
  traits: Map<string, Readonly<Record<string, unknown>>>;
}
