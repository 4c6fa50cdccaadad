import type { MessageChannel, Purpose } from "@/lib/journey/kinds/config";

/** One touchpoint asking to go out. */
export interface GateRequest {
  key: string;
  channel: MessageChannel;
  purpose: Purpose;
  topic: string;
  journeyId: string | null;
  priority: number;
  /** False for messages a CSM wrote and for tests: neither counted nor held (RULES S5). */
  automated: boolean;
  /** After this a hold becomes a drop. */
  staleAtMs: number;
}

/** A counted touchpoint, newest last. */
export interface Touch {
  key: string;
  channel: string;
  atMs: number;
  journeyId: string | null;
  journeyName: string | null;
}

export interface PersonGateFacts {
  /** Keyed `channel:purpose`; missing means unknown. */
  consent: Readonly<Record<string, "granted" | "refused">>;
  /** ISO 3166 alpha-2, or null when unknown. */
  region: string | null;
  zone: string;
  /** Is there an address for the channel? */
  reachable: boolean;
  touches: readonly Touch[];
}

export interface AccountGateFacts {
  escalation: { id: string; title: string; severity: string } | null;
  /** When the last escalation closed, to space what it held. */
  releasedAtMs: number | null;
  touches: readonly Touch[];
}

export interface Reason {
  /** From the table in `reasons.ts`, such as `cap.channel`. */
  code: string;
  /** Values used: cap, window, journey that used it up, quiet hours, escalation id. */
  detail: Readonly<Record<string, unknown>>;
}

export type Verdict =
  | { verdict: "send"; reason: Reason }
  | { verdict: "hold"; untilMs: number | null; reason: Reason }
  | { verdict: "drop"; reason: Reason }
  | { verdict: "review"; reason: Reason };
