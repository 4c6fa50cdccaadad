import type { FactEvent } from "@/lib/audience/facts";
import type { Plan } from "@/lib/journey/plan";

/** A journey as it was live over time: at any moment the last version published by then takes the entries. */
export interface WalkedJourney {
  journeyId: string;
  name: string;
  /** Only the lifecycle writes an account's stage (RULES S13). */
  isLifecycle: boolean;
  /** Oldest first. */
  versions: readonly { plan: Plan; fromMs: number }[];
}

export interface HouseholdPerson {
  id: string;
  role: string | null;
  /** IANA zone. */
  zone: string;
  /** ISO 3166 alpha-2. */
  region: string | null;
  traits: Readonly<Record<string, unknown>>;
  /** Nobody can be written to before this. */
  sinceMs: number;
  /** Keyed `channel:purpose`. */
  consent: Readonly<Record<string, "granted" | "refused">>;
  /** Channels with an address. */
  channels: ReadonlySet<string>;
}

export interface HouseholdEvent extends FactEvent {
  personId: string | null;
}

export interface HouseholdEscalation {
  id: string;
  title: string;
  severity: string;
  openedAtMs: number;
  closedAtMs: number | null;
}

/** An account with its people and what happened to them: the smallest whole whose limits touch nobody else's. */
export interface Household {
  account: { id: string; zone: string; ownerId: string | null };
  /** The primary contact first. */
  people: readonly HouseholdPerson[];
  /** Oldest first. */
  events: readonly HouseholdEvent[];
  escalations: readonly HouseholdEscalation[];
  /** Times at which the account's traits and segments are worked out again, ascending. */
  reviewsAtMs: readonly number[];
  /** Events after which they are worked out at once. */
  reviewAfter: ReadonlySet<string>;
  /** The account's traits and segments; asked in order of time. */
  review(
    nowMs: number,
    stage: string | null,
  ): { traits: Readonly<Record<string, unknown>>; segments: ReadonlySet<string> };
}

/** How synthetic customers and the team behave. All answers are fixed by the keys, so that a walk repeats itself. */
export interface Respondents {
  toMessage(asked: { key: string; channel: string; personId: string; atMs: number }): {
    acceptedAfterMs: number;
    bounces: boolean;
    openedAfterMs: number | null;
    clickedAfterMs: number | null;
  };
  /** Null: nobody ever closes it. */
  toTask(asked: {
    key: string;
    ownerId: string | null;
    createdAtMs: number;
    dueAtMs: number;
  }): { closedAfterMs: number; outcome: string } | null;
}
