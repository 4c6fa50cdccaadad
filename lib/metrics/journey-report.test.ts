import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { prepareJourneyReport } from "@/lib/metrics/journey-report";
import { journeyReportMarkdown } from "@/lib/metrics/journey-report-markdown";
import { nowMs, reportInput } from "@/lib/metrics/testing/report-input";
import { timelineText } from "@/lib/metrics/timeline-text";

const DAY = 86_400_000;
const report = prepareJourneyReport(reportInput());

describe("the report", () => {
  test("opens with a sentence, its cause and its forecast", () => {
    expect(report.headline).toEqual({
      title: "Adoption is 12 days behind plan; one of two exit criteria is met",
      cause: "Satisfaction fell by 20 points in 30 days, most by net promoter score.",
      forecast: "From 20 stays of other accounts, Growth begins about 24 May (80% between 4 May and 9 Jun).",
    });
  });

  test("progress is the share of exit criteria, never more than 99", () => {
    expect(report.gate.progressPercent).toBe(50);
    const all = reportInput({
      marks: ["features", "daily_use"].map((criterionId) => ({
        stage: "adoption",
        criterionId,
        status: "waived",
        atMs: nowMs,
        by: "user:1",
        reason: "Agreed",
      })),
    });
    expect(prepareJourneyReport(all).gate.progressPercent).toBe(99);
    expect(prepareJourneyReport(all).gate.criteria[1]).toMatchObject({ state: "waived", reason: "Agreed" });
  });

  test("a criterion is late after the plan's end, at risk in the fortnight before", () => {
    const stateAfter = (days: number) => {
      const input = reportInput();
      return prepareJourneyReport({ ...input, account: { ...input.account, stageEnteredAtMs: nowMs - days * DAY } })
        .gate.criteria[1]?.state;
    };
    expect([70, 77, 90, 91].map(stateAfter)).toEqual(["open", "at_risk", "at_risk", "late"]);
    expect(report.gate.criteria[1]).toMatchObject({ value: "1 of 4", when: "Due 18 Apr, 12 d late" });
  });

  test("every later stage is forecast from the workspace's stays, given the days so far", () => {
    // Left after more than 102 days: 106, 110, … 146. The median of those eleven is 126, that is 24 days ahead.
    expect(report.forecast.map((row) => row.name)).toEqual(["Growth", "Maturity"]);
    const [growth, maturity] = report.forecast;
    expect(Math.round(((growth?.entry?.medianMs ?? 0) - nowMs) / DAY)).toBe(24);
    expect(growth?.entry?.confidence).toBe("M");
    expect(growth?.blockers).toEqual(["Daily use established"]);
    expect((maturity?.entry?.medianMs ?? 0) - (growth?.entry?.medianMs ?? 0)).toBeGreaterThan(180 * DAY);
    expect(maturity?.blockers).toEqual(["Follows Growth"]);
  });

  test("too little history is said, not guessed", () => {
    const input = reportInput();
    const alone = prepareJourneyReport({
      ...input,
      stays: input.stays.filter((stay) => stay.accountId === "own"),
      health: null,
      journeyHealth: null,
      before: null,
      weeklyActive: [1, 2],
    });
    expect(alone.forecast.map((row) => row.entry)).toEqual([null, null]);
    expect(alone.comparison.rows.map((row) => [row.average, row.top])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(alone.use.ahead).toBeNull();
    expect(alone.headline.forecast).toBe("Too few accounts have left this stage to say when Growth begins.");
    expect(journeyReportMarkdown(alone)).toContain("**Journey Health**: Not enough data");
  });

  test("top performers are the best quarter of those that left", () => {
    expect(report.comparison).toMatchObject({ exited: 20, topCount: 5 });
    expect(report.comparison.rows[0]).toMatchObject({ own: 102, average: null, top: 78 });
  });

  test("an event names what it moves and what was done about it within a day", () => {
    expect(report.events.map((row) => [row.label, row.impact, row.action])).toEqual([
      ["Ticket opened", "Lowers Satisfaction", "Success check-in (call)"],
      ["Feature activated", "Raises Adoption", null],
    ]);
  });

  test("each recommendation names its source, and only rules that fire speak", () => {
    expect(report.recommendations.acceleration[0]).toEqual({
      text: 'Reach "Daily use established" (now 1 of 4)',
      source: "Exit criterion of Adoption, due 18 Apr, 12 d late",
    });
    expect(report.recommendations.mitigation).toHaveLength(1);
    expect(report.recommendations.optimization).toEqual([
      { text: "Prefer call over email for the next touchpoint", source: "Responses: 3 of 3 by call, 0 of 3 by email" },
    ]);
    expect(prepareJourneyReport(reportInput({ touchpoints: [] })).recommendations.optimization).toEqual([]);
  });

  test("an account without a stage has a report all the same", () => {
    const input = reportInput();
    const blank = prepareJourneyReport({
      ...input,
      account: { ...input.account, stage: null, stageEnteredAtMs: null, contractEndMs: null, overlays: {} },
      marks: [],
      readings: {},
    });
    expect(blank.headline.title).toBe("This account has no stage yet");
    expect(journeyReportMarkdown(blank)).toContain("This stage has no exit criteria.");
  });
});

describe("as Markdown", () => {
  test("is the seed's structure to the letter", () => {
    expect(journeyReportMarkdown(report)).toBe(readFileSync("lib/metrics/testing/journey-report.md", "utf8"));
  });

  test("has the seed's headings in the seed's order", () => {
    const headings = journeyReportMarkdown(report)
      .split("\n")
      .filter((line) => /^#{2,3} |^\*\*[^*]+\*\*$/.test(line));
    expect(headings).toEqual([
      "## Customer Journey Report",
      "### Journey Timeline",
      "### Current Stage: Adoption",
      "**Stage Objectives**",
      "**Exit Criteria Checklist**",
      "### Recent Journey Events",
      "### Triggered Actions",
      "**Completed This Week**",
      "**Upcoming Actions**",
      "### Stage Progression Forecast",
      "### Journey Health Breakdown",
      "### Personalization Factors",
      "### Recommendations",
      "**Stage Acceleration**",
      "**Risk Mitigation**",
      "**Optimization Opportunities**",
      "### Journey Comparison",
    ]);
  });

  test("the first stage carries its dot in front", () => {
    const stages = report.track.stages.map((stage, place) => ({
      ...stage,
      status: place === 0 ? ("now" as const) : ("planned" as const),
    }));
    expect(
      timelineText(stages, [])
        .split("\n")
        .map((line) => line.slice(0, 14)),
    ).toEqual(["● Onboarding ─", "  Day 1       ", "  [→]         "]);
  });
});
