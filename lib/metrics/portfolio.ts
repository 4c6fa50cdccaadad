import { type HealthBand, healthBand } from "@/lib/health/health";
import { overlays, stages, stageOf } from "@/lib/journey/stages";
import { quantile } from "@/lib/metrics/stay-forecast";

const DAY_MS = 86_400_000;

export interface PortfolioAccount {
  id: string;
  arr: number | null;
  health: number | null;
  stage: string | null;
  stageEnteredAtMs: number | null;
  overlays: readonly string[];
}

export interface BandShare {
  band: HealthBand;
  accounts: number;
  arr: number;
}

const bands: readonly HealthBand[] = ["healthy", "watch", "risk", "unknown"];

/** Accounts and ARR per health band; every band is there, empty ones with zeros. */
export function prepareHealthBreakdown(accounts: readonly PortfolioAccount[]): BandShare[] {
  return bands.map((band) => {
    const inside = accounts.filter((account) => healthBand(account.health) === band);
    return { band, accounts: inside.length, arr: inside.reduce((sum, account) => sum + (account.arr ?? 0), 0) };
  });
}

export interface BoardColumn {
  id: string;
  name: string;
  colour: string;
  isOverlay: boolean;
  accounts: number;
  arr: number;
  /** Accounts past the planned days of the stage; null where it has no plan. */
  behind: number | null;
  medianDays: number | null;
  expectedDays: number | null;
}

/** Six columns. An account in an overlay stands in its base column and again, marked, in the overlay's (RULES S2). */
export function prepareStageBoard(accounts: readonly PortfolioAccount[], nowMs: number): BoardColumn[] {
  const base = stages.map((stage) => {
    const inside = accounts.filter((account) => account.stage === stage.id);
    const days = inside
      .flatMap((account) => (account.stageEnteredAtMs === null ? [] : [(nowMs - account.stageEnteredAtMs) / DAY_MS]))
      .sort((a, b) => a - b);
    const expected = stageOf(stage.id)?.expectedDays ?? null;
    return {
      ...column(stage, inside),
      isOverlay: false,
      behind: expected === null ? null : days.filter((one) => one > expected).length,
      medianDays: days.length === 0 ? null : Math.round(quantile(days, 0.5)),
      expectedDays: expected,
    };
  });
  const beside = overlays.map((overlay) => ({
    ...column(
      overlay,
      accounts.filter((account) => account.overlays.includes(overlay.id)),
    ),
    isOverlay: true,
    behind: null,
    medianDays: null,
    expectedDays: null,
  }));
  return [...base, ...beside];
}

function column(
  { id, name, colour }: { id: string; name: string; colour: string },
  inside: readonly PortfolioAccount[],
) {
  return {
    id,
    name,
    colour,
    accounts: inside.length,
    arr: inside.reduce((sum, account) => sum + (account.arr ?? 0), 0),
  };
}
