import { expect, test } from "vitest";
import { type FiveMetricsInput, prepareFiveMetrics, type StageStay } from "@/lib/metrics/five-metrics";

const DAY = 86_400_000;
const nowMs = Date.parse("2026-06-30T00:00:00Z");
const ago = (days: number) => nowMs - days * DAY;

/** An account that stayed `lengths` days in each stage in turn and is in the next one now. */
function walk(id: string, startedDaysAgo: number, ...lengths: number[]) {
  const names = ["onboarding", "adoption", "growth", "maturity"];
  const stays: StageStay[] = [];
  let at = startedDaysAgo;
  for (const [place, length] of lengths.entries()) {
    stays.push({ accountId: id, stage: names[place] ?? "", enteredAtMs: ago(at), leftAtMs: ago(at - length) });
    at -= length;
  }
  const stage = names[lengths.length] ?? "";
  stays.push({ accountId: id, stage, enteredAtMs: ago(at), leftAtMs: null });
  return { account: { id, contractStartMs: ago(startedDaysAgo), stage, stageEnteredAtMs: ago(at) }, stays };
}

function metrics(
  walks: ReturnType<typeof walk>[],
  touchpoints: FiveMetricsInput["touchpoints"] = { reached: 0, answered: 0, answeredOrOpened: 0 },
) {
  const input = {
    nowMs,
    accounts: walks.map((one) => one.account),
    stays: walks.flatMap((one) => one.stays),
    touchpoints,
  };
  return Object.fromEntries(prepareFiveMetrics(input).map((metric) => [metric.id, metric]));
}

const five = [
  walk("a", 400, 60, 80, 150), // Maturity
  walk("b", 400, 80, 100, 185), // Maturity, Adoption late
  walk("c", 420, 100, 90), // Growth since 230 d: past the plan, not stuck
  walk("d", 200, 50), // Adoption since 150 d: stuck
  walk("e", 30), // Onboarding, undecided
];

test("progression: seven of eleven decided stays were in time", () => {
  // In time: a×3, b onboarding and growth, c adoption, d onboarding = 7; late: b adoption, c onboarding, c and d open past plan.
  expect(metrics(five).stage_progression).toMatchObject({ n: 11, isOnTarget: false });
  expect(metrics(five).stage_progression?.value).toBeCloseTo((100 * 7) / 11);
});

test("time to value is the median of days to Adoption, and says when there are too few", () => {
  expect(metrics(five).time_to_value).toMatchObject({ n: 4, value: null, isOnTarget: null });
  expect(metrics([...five, walk("f", 300, 70)]).time_to_value).toMatchObject({ n: 5, value: 70, isOnTarget: true });
});

test("completion asks only accounts of a year", () => {
  const older = [...five, walk("f", 365), walk("g", 366, 30)];
  expect(metrics(older).journey_completion).toMatchObject({ n: 5, value: 40, isOnTarget: false });
});

test("drop-off is beyond one and a half times the plan, or a move back", () => {
  expect(metrics(five).stage_drop_off).toMatchObject({ n: 5, value: 20, isOnTarget: false });
  const back = walk("e", 30);
  back.stays.unshift({ accountId: "e", stage: "adoption", enteredAtMs: ago(60), leftAtMs: ago(30) });
  expect(metrics([...five.slice(0, 4), back]).stage_drop_off?.value).toBe(40);
});

test("engagement counts answers, and shows opens beside", () => {
  const found = metrics([], { reached: 50, answered: 21, answeredOrOpened: 30 }).touchpoint_engagement;
  expect(found).toMatchObject({ n: 50, value: 42, isOnTarget: true, note: "60% with opens, which are unreliable" });
  expect(metrics([], { reached: 50, answered: 20, answeredOrOpened: 20 }).touchpoint_engagement?.isOnTarget).toBe(
    false,
  );
});

test("an empty workspace has no values and does not fail", () => {
  expect(Object.values(metrics([])).map((metric) => metric.value)).toEqual([null, null, null, null, null]);
});
