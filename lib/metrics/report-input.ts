import type { Health } from "@/lib/health/health";
import type { JourneyHealth } from "@/lib/health/journey-health";
import type { Risk } from "@/lib/health/risks";
import type { JourneyDocument } from "@/lib/journey/document";
import type { CriterionReading } from "@/lib/metrics/criterion-reading";

export interface ReportAccount {
  id: string;
  name: string;
  arr: number | null;
  plan: string | null;
  ownerName: string | null;
  contractStartMs: number | null;
  contractEndMs: number | null;
  stage: string | null;
  stageEnteredAtMs: number | null;
  /** Overlay → since when. */
  overlays: Readonly<Record<string, number>>;
}

/** A touchpoint that reached the account or one of its people: a message or a closed task. */
export interface ReportTouchpoint {
  atMs: number;
  name: string;
  channel: string;
  /** In words: "Clicked", "Reached", "No response". */
  response: string;
  responded: boolean;
}

export interface ReportUpcoming {
  id: string;
  kind: "task" | "message";
  name: string;
  channel: string;
  dueAtMs: number;
  owner: string;
  /** Whom it is about: an account or a person. */
  subjectId: string;
  /** Why it exists, or why it waits where a guardrail holds it. */
  note: string | null;
}

export interface ReportEvent {
  atMs: number;
  name: string;
  who: string | null;
}

/** One stay of any account of the workspace in a stage. */
export interface ReportStay {
  accountId: string;
  stage: string;
  enteredAtMs: number;
  leftAtMs: number | null;
}

/** Factor scores of an account as last recorded while in the stage. */
export interface PeerScore {
  accountId: string;
  stage: string;
  milestoneRate: number | null;
  engagement: number | null;
}

export interface CompactScores {
  components: Readonly<Record<string, number | null>>;
  signals: Readonly<Record<string, number | null>>;
  factors: Readonly<Record<string, number | null>>;
}

/** All that the report is made of, loaded. Times in ms since the epoch. */
export interface ReportInput {
  nowMs: number;
  account: ReportAccount;
  document: JourneyDocument;
  segments: readonly string[];
  variant: string | null;
  /** Names of what may still start by itself: reactions and other live journeys the account is in. */
  triggers: readonly string[];
  stays: readonly ReportStay[];
  marks: readonly { stage: string; criterionId: string; status: string; atMs: number; by: string; reason: string }[];
  /** Keyed `criterion.<id>` and `objective.<id>` of the current stage. */
  readings: Readonly<Record<string, CriterionReading>>;
  health: Health | null;
  journeyHealth: JourneyHealth | null;
  risks: readonly Risk[];
  /** Scores of 30 days ago; null when there were none. */
  before: CompactScores | null;
  events: readonly ReportEvent[];
  /** Newest first. */
  touchpoints: readonly ReportTouchpoint[];
  upcoming: readonly ReportUpcoming[];
  peers: readonly PeerScore[];
  /** Distinct people active per week, oldest first, the last week the latest full one. */
  weeklyActive: readonly number[];
}
