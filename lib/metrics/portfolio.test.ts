import { expect, test } from "vitest";
import { type PortfolioAccount, prepareHealthBreakdown, prepareStageBoard } from "@/lib/metrics/portfolio";

const DAY = 86_400_000;
const account = (change: Partial<PortfolioAccount>): PortfolioAccount => ({
  id: "a",
  arr: 100,
  health: 80,
  stage: "adoption",
  stageEnteredAtMs: 0,
  overlays: [],
  ...change,
});
const accounts = [
  account({}),
  account({ health: 39, arr: null, stageEnteredAtMs: 50 * DAY, overlays: ["renewal"] }),
  account({ health: null, arr: 7, stage: "maturity" }),
  account({ health: 40, stage: null, stageEnteredAtMs: null }),
];

test("every account is in one band, and ARR that is not known counts as nothing", () => {
  expect(prepareHealthBreakdown(accounts)).toEqual([
    { band: "healthy", accounts: 1, arr: 100 },
    { band: "watch", accounts: 1, arr: 100 },
    { band: "risk", accounts: 1, arr: 0 },
    { band: "unknown", accounts: 1, arr: 7 },
  ]);
});

test("the board shows an overlay's accounts again, and who is behind plan", () => {
  const board = Object.fromEntries(prepareStageBoard(accounts, 100 * DAY).map((one) => [one.id, one]));
  expect(board.adoption).toMatchObject({ accounts: 2, arr: 100, behind: 1, medianDays: 50, expectedDays: 90 });
  expect(board.renewal).toMatchObject({ accounts: 1, isOverlay: true });
  expect(board.maturity).toMatchObject({ accounts: 1, behind: null });
  expect(board.onboarding).toMatchObject({ accounts: 0, medianDays: null, behind: 0 });
});
