import type { Problem } from "@/lib/journey/problem";

export type { Problem };

export type BuilderMode = "build" | "live";

export type SaveStatus =
  | { type: "saved"; atMs: number | null }
  | { type: "saving" }
  | { type: "offline"; changes: number }
  | { type: "failed"; reason: string };

/** Names the rule builder offers. */
export interface Vocabulary {
  events: string[];
  traits: string[];
  accountTraits: string[];
  segments: { id: string; name: string }[];
}
export const noVocabulary: Vocabulary = { events: [], traits: [], accountTraits: [], segments: [] };

/** Counts per step, and per path under `from:port:to`. */
export interface LiveCounts {
  steps: Record<string, { in: number; waiting: number; out: number; sent?: number | undefined; engaged?: number | undefined }>;
  paths: Record<string, { count: number; share: number }>;
  asOf: string;
}

/** What a server action of the workspace answers. */
export type ActionAnswer = { ok: true } | { ok: false; error: { message: string } };

/** What the page lets the builder do; server actions of the workspace. */
export interface BuilderActions {
  /** Approves it oneself where the policy allows, and launches. */
  publish?: (input: { note: string; acceptedWarnings: string[] }) => Promise<ActionAnswer>;
  /** Freezes the draft as a version in review. */
  requestApproval?: (input: { note: string; acceptedWarnings: string[] }) => Promise<ActionAnswer>;
  pause?: () => Promise<ActionAnswer>;
  resume?: () => Promise<ActionAnswer>;
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
