import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accountSegments } from "@/lib/health/account-segment";
import { derivedTraits } from "@/lib/health/derived-traits";
import { computeHealth, healthBand, scoreOnScale, whatMoved } from "@/lib/health/health";
import { computeJourneyHealth } from "@/lib/health/journey-health";
import { findRisks } from "@/lib/health/risks";
import { accountEvents, activeEvents, components, type SignalInput } from "@/lib/health/signals";
import { summariseUse, type UseDay } from "@/lib/health/use-summary";

const nothing = summariseUse([], "2026-06-30", activeEvents);
const unknown: SignalInput = { use: nothing, traits: {}, members: 0, ageDays: null };
const day = (date: string, persons: string[] = ["a"], name = "signed_in", count = 1): UseDay => ({
  day: date,
  name,
  count,
  persons,
});

describe("health", () => {
  test("weights are 30, 25, 25 and 20", () => {
    expect(components.map((one) => one.weight)).toEqual([30, 25, 25, 20]);
  });

  test("nothing known: no score, no coverage", () => {
    expect(computeHealth(unknown)).toMatchObject({ score: null, coverage: 0 });
  });

  test("missing data lowers coverage, never the score", () => {
    const both = computeHealth({ ...unknown, traits: { nps: 40, csat: 4.2 } });
    const one = computeHealth({ ...unknown, traits: { nps: 40 } });
    expect(one.score).toBe(80);
    expect(one.coverage).toBeCloseTo(0.25 / 3);
    expect(both.score).toBe(80);
    expect(both.coverage).toBeCloseTo(0.5 / 3);
  });

  test("a known answer: satisfaction 80 weighs 25, growth 50 weighs 20", () => {
    expect(computeHealth({ ...unknown, traits: { nps: 40, arr_change: 0 } }).score).toBeCloseTo(
      (25 * 80 + 20 * 50) / 45,
    );
  });

  test("a workspace may weigh otherwise", () => {
    const weights = { engagement: 0, adoption: 0, satisfaction: 50, growth: 50 };
    expect(computeHealth({ ...unknown, traits: { nps: 40, arr_change: 0 } }, weights).score).toBeCloseTo(65);
  });

  test("the score stays within 0 and 100 whatever is sent", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), fc.nat(1000), (nps, csat, members) => {
        const { score, coverage } = computeHealth({ ...unknown, traits: { nps, csat }, members });
        return (score === null || (score >= 0 && score <= 100)) && coverage >= 0 && coverage <= 1;
      }),
    );
  });

  test("scales are straight between points and flat beyond", () => {
    expect(
      [-5, 0, 5, 10, 20].map((value) =>
        scoreOnScale(value, [
          [0, 0],
          [10, 100],
        ]),
      ),
    ).toEqual([0, 0, 50, 100, 100]);
  });

  test("bands begin at 40 and 70", () => {
    expect([null, 39.9, 40, 69.9, 70].map(healthBand)).toEqual(["unknown", "risk", "watch", "watch", "healthy"]);
  });

  test("what moved is the signal with the largest change", () => {
    const now = [
      { id: "nps", name: "Net promoter score", unit: "", value: 0, score: 50 },
      { id: "csat", name: "Satisfaction", unit: "", value: 4, score: 75 },
    ];
    expect(whatMoved(now, { nps: 80, csat: 70 })).toEqual({ name: "Net promoter score", change: -30 });
    expect(whatMoved(now, { nps: 50.4, csat: null })).toBeNull();
  });
});

describe("use", () => {
  const weekdays = ["2026-06-22", "2026-06-23", "2026-06-24", "2026-06-25", "2026-06-26"];

  test("people are counted once however often they come", () => {
    const use = summariseUse(
      [day("2026-06-29", ["a", "b"]), day("2026-06-30", ["a"]), day("2026-05-20", ["c"])],
      "2026-06-30",
      activeEvents,
    );
    expect(use).toMatchObject({ activePeople: 2, activePeopleBefore: 1, activeDays: 2 });
    expect(derivedTraits({ ...unknown, use }).usage_change).toBe(100);
  });

  test("a week of daily use needs 4 of 5 working days and is over on Saturday", () => {
    const four = weekdays.slice(0, 4).map((date) => day(date));
    expect(summariseUse(four, "2026-06-26", activeEvents).dailyUseWeeks).toBe(0);
    expect(summariseUse(four, "2026-06-27", activeEvents).dailyUseWeeks).toBe(1);
    expect(summariseUse(four, "2026-06-30", activeEvents).dailyUseWeeks).toBe(1);
    expect(summariseUse(four, "2026-07-04", activeEvents).dailyUseWeeks).toBe(0);
    expect(
      summariseUse([...four.slice(1), day("2026-06-27"), day("2026-06-28")], "2026-06-30", activeEvents).dailyUseWeeks,
    ).toBe(0);
  });

  test("later days and names that are not use do not count", () => {
    const use = summariseUse(
      [day("2026-07-01"), day("2026-06-30", ["a"], "ticket_opened", 3)],
      "2026-06-30",
      activeEvents,
    );
    expect(use).toMatchObject({ activePeople: 0, activeDays: 0 });
    expect(use.byName).toEqual({ ticket_opened: { last28: 3, before28: 0, last90: 3, last365: 3, total: 3 } });
  });

  test("every event that means use is kept by day", () => {
    expect([...activeEvents].filter((name) => !accountEvents.has(name))).toEqual([]);
  });
});

describe("journey health", () => {
  const input = {
    expectedDays: 90,
    daysInStage: 100,
    forecastDays: 120,
    touchpoints: [],
    milestones: { met: 0, due: 0 },
    openRisks: 0,
  };
  const scores = (change: Partial<Parameters<typeof computeJourneyHealth>[0]>) =>
    computeJourneyHealth({ ...input, ...change }).factors.map((factor) => factor.score);

  test("speed is expected over forecast, or over the days so far", () => {
    expect(scores({})[0]).toBe(75);
    expect(scores({ forecastDays: null })[0]).toBe(90);
    expect(scores({ daysInStage: 10, forecastDays: null })[0]).toBe(100);
    expect(scores({ expectedDays: null })[0]).toBeNull();
  });

  test("engagement is the share answered of the last ten, scaled to 40%", () => {
    const touchpoints = [
      ...Array(2).fill({ responded: true }),
      ...Array(8).fill({ responded: false }),
      ...Array(5).fill({ responded: true }),
    ];
    expect(scores({ touchpoints })[1]).toBe(50);
    expect(scores({ touchpoints: touchpoints.slice(0, 4) })[1]).toBe(100);
    expect(scores({})[1]).toBeNull();
  });

  test("milestones met of due, and 20 points per risk down to 0", () => {
    expect(scores({ milestones: { met: 1, due: 4 } })[2]).toBe(25);
    expect(scores({ openRisks: 2 })[3]).toBe(60);
    expect(scores({ openRisks: 9 })[3]).toBe(0);
  });

  test("the score is the mean of what is known", () => {
    expect(computeJourneyHealth(input)).toMatchObject({ score: 87.5, coverage: 0.5 });
  });
});

test("each risk names its rule; a quiet account has none", () => {
  const quiet = {
    escalations: [],
    stageName: "Adoption",
    daysInStage: 10,
    expectedDays: 90,
    usageChange: -24,
    lateTasks: 0,
    nps: 0,
    daysToRenewal: 200,
    health: 80,
  };
  expect(findRisks(quiet)).toEqual([]);
  const found = findRisks({
    ...quiet,
    escalations: [{ title: "Outage", severity: "high" }],
    daysInStage: 102,
    usageChange: -25,
    lateTasks: 1,
    nps: -1,
    daysToRenewal: 90,
    health: 59,
  });
  expect(found.map((risk) => risk.id)).toEqual([
    "escalation",
    "late",
    "usage_down",
    "tasks_late",
    "detractor",
    "renewal",
  ]);
  expect(found[1]?.text).toBe("Adoption is 12 d over plan");
  expect(found.every((risk) => risk.source !== "" && risk.advice !== "")).toBe(true);
});

test("segments follow the age of the contract, with At risk beside them", () => {
  expect([0, 89, 90, 179, 180].map((age) => accountSegments(age, 80, 80)[0])).toEqual([
    "New",
    "New",
    "Growing",
    "Growing",
    "Established",
  ]);
  expect(accountSegments(200, 39, 80)).toEqual(["Established", "At risk"]);
  expect(accountSegments(null, null, null)).toEqual([]);
});
