import type { UseSummary } from "@/lib/health/use-summary";

export const componentIds = ["engagement", "adoption", "satisfaction", "growth"] as const;
export type ComponentId = (typeof componentIds)[number];

/** The health score's components and default weights in percent. */
export const components: readonly { id: ComponentId; name: string; weight: number }[] = [
  { id: "engagement", name: "Engagement", weight: 30 },
  { id: "adoption", name: "Adoption", weight: 25 },
  { id: "satisfaction", name: "Satisfaction", weight: 25 },
  { id: "growth", name: "Growth", weight: 20 },
];

/** Events that mean somebody used the product. */
export const activeEvents: ReadonlySet<string> = new Set([
  "login",
  "signed_in",
  "feature_used",
  "feature_activated",
  "workflow_completed",
]);

/** Every event name an account keeps by day: those signals read, and those the lifecycle's criteria and report name. */
export const accountEvents: ReadonlySet<string> = new Set([
  ...activeEvents,
  "contract_signed",
  "contract_renewed",
  "contract_ended",
  "go_live",
  "milestone_complete",
  "training_completed",
  "use_case_started",
  "user_added",
  "user_removed",
  "nps_answered",
  "csat_answered",
  "ticket_opened",
  "ticket_closed",
  "feedback_given",
  "plan_upgraded",
  "referral_made",
  "reference_given",
  "kickoff_held",
  "qbr_held",
]);

/** What a signal may read of an account. `traits` are the account's own: `seats`, `nps` (−100…100), `csat` (1…5), `arr_change` (percent). */
export interface SignalInput {
  use: UseSummary;
  traits: Readonly<Record<string, unknown>>;
  members: number;
  /** Whole days since contract start; null when unknown. */
  ageDays: number | null;
}

export interface Signal {
  id: string;
  component: ComponentId;
  name: string;
  unit: string;
  /** The value, or null when nothing is known: that lowers coverage, never the score. */
  read(input: SignalInput): number | null;
  /** Value → score, straight lines between points, flat beyond the ends. */
  scale: readonly (readonly [value: number, score: number])[];
}

export function numberTrait(traits: Readonly<Record<string, unknown>>, name: string): number | null {
  const value = traits[name];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

const seen = (use: UseSummary, name: string): boolean => (use.byName[name]?.total ?? 0) > 0;
const isUsed = (use: UseSummary): boolean => [...activeEvents].some((name) => seen(use, name));
const round = (value: number): number => Math.round(value * 10) / 10;

/** Percent of seats whose owner was active in 28 days; without a number of seats, of the account's people. */
export function seatUse({ use, traits, members }: Pick<SignalInput, "use" | "traits" | "members">): number | null {
  const seats = numberTrait(traits, "seats") ?? members;
  return seats > 0 && isUsed(use) ? round(Math.min(100, (100 * use.activePeople) / seats)) : null;
}

export const signals: readonly Signal[] = [
  {
    id: "login_frequency",
    component: "engagement",
    name: "Days in use of 28",
    unit: "days",
    read: ({ use }) => (isUsed(use) ? use.activeDays : null),
    scale: [
      [0, 0],
      [8, 50],
      [16, 85],
      [20, 100],
    ],
  },
  {
    id: "feature_usage",
    component: "engagement",
    name: "Feature uses per active person, 28 days",
    unit: "uses",
    read: ({ use }) =>
      seen(use, "feature_used") ? round((use.byName.feature_used?.last28 ?? 0) / Math.max(1, use.activePeople)) : null,
    scale: [
      [0, 0],
      [5, 40],
      [15, 75],
      [30, 100],
    ],
  },
  {
    id: "feature_activation",
    component: "adoption",
    name: "Features activated",
    unit: "features",
    read: ({ use }) => (isUsed(use) ? (use.byName.feature_activated?.total ?? 0) : null),
    scale: [
      [0, 0],
      [3, 65],
      [6, 100],
    ],
  },
  {
    id: "depth",
    component: "adoption",
    name: "Seats in use",
    unit: "%",
    read: seatUse,
    scale: [
      [0, 0],
      [30, 40],
      [60, 75],
      [85, 100],
    ],
  },
  {
    id: "nps",
    component: "satisfaction",
    name: "Net promoter score",
    unit: "",
    read: ({ traits }) => numberTrait(traits, "nps"),
    scale: [
      [-100, 0],
      [0, 50],
      [40, 80],
      [70, 100],
    ],
  },
  {
    id: "tickets",
    component: "satisfaction",
    name: "Tickets opened per 10 people, 90 days",
    unit: "tickets",
    read: ({ use, members }) =>
      seen(use, "ticket_opened") && members > 0
        ? round((10 * (use.byName.ticket_opened?.last90 ?? 0)) / members)
        : null,
    scale: [
      [0, 100],
      [3, 75],
      [8, 40],
      [16, 0],
    ],
  },
  {
    id: "feedback",
    component: "satisfaction",
    name: "Satisfaction after tickets, 1 to 5",
    unit: "",
    read: ({ traits }) => numberTrait(traits, "csat"),
    scale: [
      [1, 0],
      [3, 40],
      [4, 75],
      [5, 100],
    ],
  },
  {
    id: "team_growth",
    component: "growth",
    name: "People added less removed, 90 days, of members",
    unit: "%",
    read: ({ use, members }) =>
      seen(use, "user_added") && members > 0
        ? round((100 * ((use.byName.user_added?.last90 ?? 0) - (use.byName.user_removed?.last90 ?? 0))) / members)
        : null,
    scale: [
      [-20, 0],
      [0, 50],
      [15, 80],
      [40, 100],
    ],
  },
  {
    id: "expansion",
    component: "growth",
    name: "Change of ARR over a year",
    unit: "%",
    read: ({ traits }) => numberTrait(traits, "arr_change"),
    scale: [
      [-30, 0],
      [0, 50],
      [20, 85],
      [40, 100],
    ],
  },
  {
    // In the first half year nobody can be asked for advocacy, so nothing is known of it yet.
    id: "advocacy",
    component: "growth",
    name: "Referrals and references, 365 days",
    unit: "",
    read: ({ use, ageDays }) => {
      const count = (use.byName.referral_made?.last365 ?? 0) + (use.byName.reference_given?.last365 ?? 0);
      return count > 0 || (ageDays !== null && ageDays >= 180) ? count : null;
    },
    scale: [
      [0, 40],
      [1, 80],
      [2, 100],
    ],
  },
];
