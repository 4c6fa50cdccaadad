import type { Problem } from "@/lib/journey/problem";
import type { LiveCounts } from "@/lib/metrics/prepare-live";

export type { LiveCounts, Problem };

export type BuilderMode = "build" | "live";

export type SaveStatus =
  | { type: "saved"; atMs: number | null }
  | { type: "saving" }
  | { type: "offline"; changes: number }
  | { type: "failed"; reason: string };

/** Names the builder offers. */
export interface Vocabulary {
  events: string[];
  traits: string[];
  accountTraits: string[];
  segments: { id: string; name: string; subject: string }[];
  /** Who in the team can be given work. */
  members: { id: string; name: string }[];
}

/** What a server action of the workspace answers. */
export type ActionAnswer = { ok: true } | { ok: false; error: { message: string } };

interface Launch {
  journeyId: string;
  note: string;
  acceptedWarnings: string[];
}

/** The workspace's server actions; the first argument is its slug. */
export interface BuilderActions {
  /** Approves it oneself where the policy allows, and launches. */
  publish?: (slug: string, input: Launch) => Promise<ActionAnswer>;
  /** Freezes the draft as a version in review. */
  requestApproval?: (slug: string, input: Launch) => Promise<ActionAnswer>;
  setStatus?: (slug: string, input: { journeyId: string; to: "paused" | "live" | "ended" }) => Promise<ActionAnswer>;
}

/** What the header tells about the journey beside its draft. */
export interface JourneyFacts {
  status: "draft" | "in_review" | "approved" | "live" | "paused" | "ended";
  /** The version the draft will become. */
  nextVersion: number;
  canPublish: boolean;
  /** May the person in front of it approve their own launch (low risk, or sole approver). */
  canSelfApprove: boolean;
  canEdit: boolean;
}
