import { describe, expect, test } from "vitest";
import { defaultPolicy } from "@/lib/policy/policy";
import { demoJourneys, walkedJourneys } from "@/db/seed/demo-journeys";
import { tellStory } from "@/db/seed/story/tell-story";
import { walkStory } from "@/db/seed/walk-story";

const asOfMs = Date.UTC(2026, 10, 21);
const DAY_MS = 86_400_000;
const plans = walkedJourneys(demoJourneys(asOfMs));
const story = tellStory(asOfMs);
const walk = () => story.slice(0, 40).map((household) => walkStory(household, plans, defaultPolicy, asOfMs));
const households = walk();
const enrollments = households.flatMap((one) => one.walked.enrollments.map((each) => each.enrollment));

test("the same day tells the same story and walks the same way", () => {
  const again = tellStory(asOfMs).map((one) =>
    one.events.map(({ id, bucket, atMs, properties }) => [id, bucket, atMs, properties]),
  );
  expect(again).toEqual(
    story.map((one) => one.events.map(({ id, bucket, atMs, properties }) => [id, bucket, atMs, properties])),
  );
  expect(JSON.stringify(walk().map((one) => one.walked))).toBe(JSON.stringify(households.map((one) => one.walked)));
}, 60_000);

test("there are 240 accounts with names of their own, their people, and nothing after the day", () => {
  expect(new Set(story.map((one) => one.account.name)).size).toBe(240);
  const people = story.flatMap((one) => one.people);
  expect(people.length).toBeGreaterThan(2_300);
  expect(new Set(people.map((one) => one.email)).size).toBe(people.length);
  expect(people.every((one) => one.email.endsWith(".test"))).toBe(true);
  const events = story.flatMap((one) => one.events);
  expect(events.length).toBeGreaterThan(140_000);
  expect(events.every((event) => event.atMs < asOfMs && event.atMs > asOfMs - 549 * DAY_MS)).toBe(true);
  expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
});

test("moves of every enrollment are gapless, from its entry to the step it stands on", () => {
  const moves = households.flatMap((one) => one.walked.moves);
  const byEnrollment = groupBy(moves);
  for (const enrollment of enrollments) {
    const path = byEnrollment.get(enrollment.id) ?? [];
    expect(path[0]).toMatchObject({ fromStepId: null, port: "enter", atMs: enrollment.enteredAtMs });
    path.slice(1).forEach((move, place) => {
      expect(move.fromStepId).toBe(path[place]?.toStepId);
      expect(move.atMs - move.dwellMs).toBe(path[place]?.atMs);
    });
    const last = path.at(-1);
    expect(last?.toStepId || last?.fromStepId).toBe(enrollment.stepId);
  }
  expect(moves.length).toBeGreaterThan(3_000);
});

test("who is under way has something ahead; who has left says how", () => {
  for (const one of enrollments) {
    if (one.status === "active") expect(one.dueAtMs ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(asOfMs);
    else expect([one.dueAtMs, one.outcome !== null, one.exitedAtMs !== null]).toEqual([null, true, true]);
  }
});

describe("limits", () => {
  test("no person is sent more than the cap of a channel, no account more than its own, in any week", () => {
    for (const { walked } of households) {
      const counted = walked.messages.filter((message) => message.countedAtMs !== null);
      const most = (times: number[], windowMs: number) =>
        Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));
      expect(
        most(
          counted.map((message) => message.countedAtMs ?? 0),
          7 * DAY_MS,
        ),
      ).toBeLessThanOrEqual(3);
      for (const personId of new Set(counted.map((message) => message.personId))) {
        const emails = counted.filter(
          (message) => message.personId === personId && message.request.channel === "email",
        );
        expect(
          most(
            emails.map((message) => message.countedAtMs ?? 0),
            7 * DAY_MS,
          ),
        ).toBeLessThanOrEqual(3);
      }
    }
  });

  test("nothing guarded goes out while a severe escalation is open", () => {
    for (const { walked, escalations } of households) {
      for (const { openedAtMs, closedAtMs, severity } of escalations) {
        if (severity === "low" || severity === "medium") continue;
        const inside = walked.messages.filter(
          ({ countedAtMs }) =>
            countedAtMs !== null && countedAtMs >= openedAtMs && countedAtMs < (closedAtMs ?? asOfMs),
        );
        expect(inside).toEqual([]);
      }
    }
  });
});

test("Northwind Freight is 12 days behind in Adoption, with two of four objectives met", () => {
  const northwind = households[0];
  const stay = northwind?.walked.stays.at(-1);
  expect([northwind?.account.name, stay?.stage, stay?.leftAtMs]).toEqual(["Northwind Freight", "adoption", null]);
  expect(Math.floor((asOfMs - (stay?.enteredAtMs ?? 0)) / DAY_MS - 90)).toBe(12);
  const { features_activated, daily_use_weeks, seat_use } = northwind?.traits ?? {};
  expect(features_activated).toBe(3);
  expect(seat_use).toBeGreaterThanOrEqual(50);
  expect(daily_use_weeks).toBeLessThan(4);
  expect(northwind?.events.some((event) => event.name === "training_completed")).toBe(false);
});

function groupBy<T extends { enrollmentId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.enrollmentId, [...(groups.get(row.enrollmentId) ?? []), row]);
  return groups;
}
