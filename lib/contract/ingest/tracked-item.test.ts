import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTrackedItem } from "@/lib/contract/ingest/tracked-item";

function problemOf(raw: unknown) {
  const result = parseTrackedItem(raw);
  return "problem" in result ? result.problem : null;
}
function itemOf(raw: unknown) {
  const result = parseTrackedItem(raw);
  if ("problem" in result) throw new Error(`${result.problem.field}: ${result.problem.reason}`);
  return result.item;
}

describe("parseTrackedItem", () => {
  test.each([
    ["type", { userId: "u" }],
    ["type", { type: "purchase", userId: "u" }],
    ["event", { type: "track", userId: "u" }],
    ["event", { type: "track", userId: "u", event: "   " }],
    ["event", { type: "track", userId: "u", event: "x".repeat(201) }],
    ["event", { type: "track", userId: "u", event: { name: "x" } }],
    ["userId", { type: "track", event: "a" }],
    ["userId", { type: "track", event: "a", userId: "", anonymousId: null }],
    ["userId", { type: "track", event: "a", userId: ["u"] }],
    ["userId", { type: "track", event: "a", userId: "u".repeat(513) }],
    ["userId", { type: "track", event: "a", userId: "a\u0000b" }],
    ["userId", { type: "identify", context: { groupId: "acme" } }],
    ["timestamp", { type: "track", event: "a", userId: "u", timestamp: "yesterday" }],
    ["timestamp", { type: "track", event: "a", userId: "u", timestamp: true }],
    ["sentAt", { type: "track", event: "a", userId: "u", sentAt: "?" }],
    ["properties", { type: "track", event: "a", userId: "u", properties: [1] }],
    ["properties", { type: "track", event: "a", userId: "u", properties: "x" }],
    ["traits", { type: "identify", userId: "u", traits: 3 }],
    ["traits", { type: "identify", userId: "u", traits: { "": 1 } }],
    ["groupId", { type: "group", userId: "u" }],
    ["context.groupId", { type: "track", event: "a", userId: "u", context: { groupId: {} } }],
    ["previousId", { type: "alias", userId: "u" }],
    ["userId", { type: "alias", previousId: "u" }],
    ["previousId", { type: "alias", userId: "u", previousId: "u" }],
    ["item", "hello"],
    ["item", null],
    ["item", []],
  ])("refuses naming %s: %j", (field, raw) => {
    expect(problemOf(raw)?.field).toBe(field);
    expect(problemOf(raw)?.reason).toMatch(/\.$/);
  });

  test("names the place that goes too deep", () => {
    let deep: unknown = 1;
    for (let i = 0; i < 5000; i++) deep = { in: deep };
    expect(problemOf({ type: "track", event: "a", userId: "u", properties: { deep } })?.field).toMatch(
      /^properties\.deep\.in/,
    );
  });

  test("takes numbers as ids and an account without a person", () => {
    expect(itemOf({ type: "track", event: "a", userId: 42 }).userId).toBe("42");
    expect(itemOf({ type: "track", event: "a", context: { groupId: 7 } })).toMatchObject({
      userId: null,
      groupId: "7",
    });
  });

  test("prefers the time the client had before anything changed it", () => {
    const item = itemOf({
      type: "track",
      event: "a",
      userId: "u",
      timestamp: "2026-05-01T12:00:00Z",
      originalTimestamp: 1_000,
    });
    expect(item.timestampMs).toBe(1_000);
  });

  test("a page has its name, else its category, else says page", () => {
    expect(itemOf({ type: "page", userId: "u", name: "Pricing", category: "Docs" }).name).toBe("Pricing");
    expect(itemOf({ type: "page", userId: "u", category: "Docs" }).name).toBe("Docs");
    expect(itemOf({ type: "page", userId: "u" }).name).toBe("page");
  });

  test("text the database cannot store is mended, not refused", () => {
    const item = itemOf({
      type: "track",
      userId: "u",
      event: "a\u0000b",
      properties: { "k\u0000": ["x\ud83d", "\ud83d\ude00"] },
    });
    expect(item.name).toBe("ab");
    expect(item.properties).toEqual({ k: ["x\ufffd", "\ud83d\ude00"] });
  });

  test("whatever comes, it answers, and what it takes can be stored", () => {
    const anything = fc.anything({ withNullPrototype: false });
    const raw = fc.record(
      {
        type: fc.constantFrom("track", "identify", "group", "page"),
        event: anything,
        userId: anything,
        groupId: fc.string(),
        properties: anything,
        traits: anything,
        context: anything,
        timestamp: anything,
      },
      { requiredKeys: ["type"] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          raw,
          fc.json().map((text) => JSON.parse(text) as unknown),
        ),
        (value) => {
          const result = parseTrackedItem(value);
          if ("problem" in result) return result.problem.reason.length > 0 && result.problem.field.length > 0;
          return !/[\0\p{Surrogate}]/u.test(result.item.name) && result.item.name.length > 0;
        },
      ),
    );
  });
});
