import { describe, expect, it } from "vitest";
import type { FactEvent } from "@/lib/audience/facts";
import { type Arrival, type EntryHistory, mayEnter } from "@/lib/journey/enter";
import { DAY_MS, factsOf, planOf, START_MS, stepOf } from "@/lib/journey/testing/sample-journey";

const steps = [stepOf("in", "entry"), stepOf("out", "exit")];
const signedUp = { trigger: { type: "event", event: "signed_up" } };
const planWith = (entry: Record<string, unknown> = {}, more = {}) =>
  planOf(steps, ["in.next>out"], { entry: { ...signedUp, ...entry }, ...more });
const eventOf = (more: Partial<FactEvent> = {}): FactEvent => ({
  name: "signed_up",
  atMs: START_MS,
  properties: { orderId: 7 },
  ...more,
});
const arrivalOf = (more: Partial<Arrival> = {}): Arrival => ({
  subjectId: "s1",
  nowMs: START_MS,
  trigger: "event",
  event: eventOf(),
  ...more,
});
const never: EntryHistory = { active: false, lastExitAtMs: null, entries: 0 };
const before: EntryHistory = { active: false, lastExitAtMs: START_MS - DAY_MS, entries: 1 };
const ask = (plan = planWith(), arrival: Partial<Arrival> = {}, history: Partial<EntryHistory> = {}, traits = {}) =>
  mayEnter(plan, arrivalOf(arrival), factsOf({ traits }), { ...never, ...history });
const codeOf = (...given: Parameters<typeof ask>) => {
  const entry = ask(...given);
  return entry.enter ? "enters" : entry.code;
};

describe("mayEnter", () => {
  it("takes the event's properties along", () => {
    expect(ask()).toEqual({
      enter: true,
      key: "",
      context: { orderId: 7 },
      heldOut: false,
      variant: null,
      restart: false,
    });
  });

  it.each([
    ["another event", { event: eventOf({ name: "login" }) }, "entry.other_trigger"],
    ["a segment", { trigger: "segment" as const, event: null }, "entry.other_trigger"],
    ["by hand", { trigger: "manual" as const, event: null }, "enters"],
    ["a handoff", { trigger: "handoff" as const, event: null }, "enters"],
    ["an event from yesterday", { event: eventOf({ atMs: START_MS - DAY_MS }) }, "enters"],
    ["an older event", { event: eventOf({ atMs: START_MS - DAY_MS - 1 }) }, "entry.stale_event"],
  ])("%s", (_, arrival, expected) => {
    expect(codeOf(planWith(), arrival)).toBe(expected);
  });

  it("lets nobody in twice at once, unless it restarts", () => {
    expect(codeOf(planWith(), {}, { active: true, entries: 1 })).toBe("entry.active");
    expect(ask(planWith({ whileActive: "restart" }), {}, { active: true, entries: 1 })).toMatchObject({
      enter: true,
      restart: true,
    });
  });

  it("counts re-entry from the last exit", () => {
    const after = (ms: number) => planWith({ reentry: { type: "after", ms } });
    expect(codeOf(planWith(), {}, before)).toBe("entry.again");
    expect(codeOf(planWith({ reentry: { type: "always" } }), {}, before)).toBe("enters");
    expect(codeOf(after(DAY_MS + 1), {}, before)).toBe("entry.too_soon");
    expect(codeOf(after(DAY_MS), {}, before)).toBe("enters");
  });

  it("reads its key from the event", () => {
    expect(ask(planWith({ key: "orderId" }))).toMatchObject({ enter: true, key: "7" });
    expect(codeOf(planWith({ key: "orderId" }), { event: eventOf({ properties: {} }) })).toBe("entry.no_key");
    expect(
      ask(planWith({ key: "orderId" }), { trigger: "manual", event: null, context: { orderId: "8" } }),
    ).toMatchObject({ key: "8" });
  });

  it("asks its rule of traits and of what started it", () => {
    const where = {
      kind: "all",
      rules: [
        { kind: "trait", trait: "plan", op: "is", value: "pro" },
        { kind: "trait", of: "context", trait: "orderId", op: "is", value: 7 },
      ],
    };
    expect(codeOf(planWith({ where }), {}, {}, { plan: "pro" })).toBe("enters");
    expect(codeOf(planWith({ where }), {}, {}, { plan: "free" })).toBe("entry.not_matching");
  });

  it("keeps to its audience and its group", () => {
    expect(codeOf(planWith({ audienceLimit: 10 }), {}, { audience: 10 })).toBe("entry.full");
    expect(codeOf(planWith(), {}, { heldBy: { journeyId: "j", name: "Renewal" } })).toBe("entry.excluded");
  });

  it("chooses the first variant that fits", () => {
    const variant = (id: string, value: string) => ({
      id,
      name: id,
      where: { kind: "trait", trait: "role", op: "is", value },
    });
    const plan = planWith({}, { variants: [variant("a", "admin"), variant("b", "user")] });
    expect(ask(plan, {}, {}, { role: "user" })).toMatchObject({ variant: "b" });
    expect(ask(plan)).toMatchObject({ variant: null });
  });

  it("rolls out and holds out shares that stick and do not depend on each other", () => {
    const plan = planWith({}, { rollout: 0.5, holdout: 0.2 });
    const entries = Array.from({ length: 4000 }, (_, index) => ask(plan, { subjectId: `s${index}` }));
    const inside = entries.filter((entry) => entry.enter);
    const heldOut = inside.filter((entry) => entry.heldOut);
    expect(inside.length / entries.length).toBeCloseTo(0.5, 1);
    expect(heldOut.length / inside.length).toBeCloseTo(0.2, 1);
    expect(ask(plan, { subjectId: "s1" })).toEqual(ask(plan, { subjectId: "s1" }));
  });
});
