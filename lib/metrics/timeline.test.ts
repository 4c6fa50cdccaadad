import { expect, test } from "vitest";
import { prepareJourneyReport } from "@/lib/metrics/journey-report";
import { nowMs, reportInput } from "@/lib/metrics/testing/report-input";
import { prepareTimeline } from "@/lib/metrics/timeline";

const DAY = 86_400_000;
const timeline = prepareTimeline(prepareJourneyReport(reportInput()));

test("bars follow each other and today stands in the current one", () => {
  expect(timeline?.bars.map((bar) => [bar.id, bar.status])).toEqual([
    ["onboarding", "done"],
    ["adoption", "now"],
    ["growth", "planned"],
    ["maturity", "planned"],
  ]);
  for (const [place, bar] of timeline?.bars.entries() ?? []) {
    const before = timeline?.bars[place - 1];
    if (before) expect(bar.left).toBeCloseTo(before.left + before.width);
  }
  expect(timeline?.forecast?.label).toBe("forecast exit 24 May, 36 d late");
});

test("no two labels of a lane meet, and none crosses today", () => {
  const events = Array.from({ length: 12 }, (_, place) => ({
    atMs: nowMs - (place * 9 + 1) * DAY,
    name: "feature_activated",
    who: null,
  }));
  const dense = prepareTimeline(prepareJourneyReport(reportInput({ events })));
  expect(dense?.events).toHaveLength(12);
  const spans = (dense?.events ?? [])
    .filter((event) => event.label !== "")
    .map((event) => {
      const width = (event.label.length * 6.3 + 14) / 1280;
      return {
        ...event,
        from: event.side === "left" ? event.at - width : event.at,
        to: event.side === "left" ? event.at : event.at + width,
      };
    });
  expect(spans.length).toBeGreaterThan(3);
  for (const [place, a] of spans.entries()) {
    expect(a.from <= (dense?.today ?? 0) && a.to > (dense?.today ?? 0)).toBe(false);
    for (const b of spans.slice(place + 1)) if (a.lane === b.lane) expect(a.to < b.from || b.to < a.from).toBe(true);
  }
});

test("events of the same days become one", () => {
  const events = [1, 1.2, 1.4].map((days) => ({ atMs: nowMs - days * DAY, name: "feature_activated", who: null }));
  expect(prepareTimeline(prepareJourneyReport(reportInput({ events })))?.events.map((event) => event.label)).toEqual([
    "3 events",
  ]);
});

test("an account without a stage or stays has only the plan ahead", () => {
  const input = reportInput();
  const blank = prepareTimeline(
    prepareJourneyReport({
      ...input,
      account: { ...input.account, stage: null, stageEnteredAtMs: null, contractEndMs: null },
      stays: [],
    }),
  );
  expect(blank?.bars.every((bar) => bar.status === "planned")).toBe(true);
});
