import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Advanced, advance } from "@/lib/journey/advance";
import { describeDecision } from "@/lib/journey/decision-codes";
import type { Enrollment } from "@/lib/journey/enrollment";
import type { Input } from "@/lib/journey/input";
import type { Plan } from "@/lib/journey/plan";
import { anyHappening, anyPlan, BEGIN_MS, factsAfter, inputOf } from "@/lib/journey/testing/random-journey";
import { beginOf, DAY_MS } from "@/lib/journey/testing/sample-journey";
import { updateTraits } from "@/lib/journey/update-traits";

interface Turn {
  before: Enrollment;
  input: Input;
  result: Advanced;
}
type Happening = Parameters<typeof inputOf>[0];

/** Plays happenings one after another and carries out updates as an engine would. */
function play(plan: Plan, happenings: readonly Happening[], heldOut: boolean): Turn[] {
  let enrollment = beginOf(plan, { heldOut });
  let traits: Readonly<Record<string, unknown>> = { renewal: BEGIN_MS + 5 * DAY_MS };
  let nowMs = BEGIN_MS;
  const inputs: Input[] = [];
  const turns: Turn[] = [];
  for (const happening of [{ type: "time", afterMs: 0, event: "login" } as Happening, ...happenings]) {
    const input = inputOf(happening, enrollment, nowMs);
    nowMs = input.nowMs;
    inputs.push(input);
    const before = enrollment;
    const result = advance(plan, before, input, factsAfter(inputs, traits));
    turns.push({ before, input, result });
    enrollment = result.enrollment;
    for (const action of result.actions) if (action.type === "update") traits = updateTraits(traits, action.config.set);
  }
  return turns;
}

const played = fc.record({
  plan: anyPlan,
  happenings: fc.array(anyHappening, { maxLength: 25 }),
  heldOut: fc.boolean(),
});
const runs = { numRuns: 1500 };

function always(check: (turns: Turn[], plan: Plan, heldOut: boolean) => void): void {
  fc.assert(
    fc.property(played, ({ plan, happenings, heldOut }) => check(play(plan, happenings, heldOut), plan, heldOut)),
    runs,
  );
}

describe("whatever the journey and whatever happens", () => {
  it("is the same every time and leaves its arguments alone", () => {
    fc.assert(
      fc.property(played, ({ plan, happenings, heldOut }) => {
        const first = play(plan, happenings, heldOut);
        expect(play(plan, happenings, heldOut)).toEqual(first);
        for (const { before, input } of first.slice(0, 3)) {
          const frozen = Object.freeze({
            ...before,
            visits: Object.freeze({ ...before.visits }),
            milestones: Object.freeze({ ...before.milestones }),
          });
          advance(plan, frozen, input, factsAfter([input], {}));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("stands on one step of the journey, waiting or gone", () => {
    always((turns, plan) => {
      for (const { result } of turns) {
        const { enrollment, decisions } = result;
        expect(plan.steps.get(enrollment.stepId)?.stateId).toBe(enrollment.stateId);
        const isLooping = decisions.some((one) => one.code === "loop");
        if (enrollment.status === "exited") {
          expect([
            enrollment.wait,
            enrollment.dueAtMs,
            typeof enrollment.exitedAtMs,
            typeof enrollment.outcome,
          ]).toEqual([null, null, "number", "string"]);
        } else if (!isLooping) expect(enrollment.wait).not.toBeNull();
      }
    });
  });

  it("moves in a chain without gaps, counted by visits, with time never going back", () => {
    always((turns) => {
      const moves = turns.flatMap((turn) => turn.result.moves);
      const last = turns.at(-1)?.result.enrollment;
      for (const [index, move] of moves.entries()) {
        expect(move.fromStepId).toBe(index === 0 ? null : moves[index - 1]?.toStepId);
        expect(move.atMs - move.dwellMs).toBe(index === 0 ? BEGIN_MS : moves[index - 1]?.atMs);
        expect(move.dwellMs).toBeGreaterThanOrEqual(0);
      }
      if (last === undefined || moves.length === 0) return;
      const arrivals: Record<string, number> = {};
      for (const { toStepId } of moves) if (toStepId !== "") arrivals[toStepId] = (arrivals[toStepId] ?? 0) + 1;
      expect(arrivals).toEqual(last.visits);
      // Entered = active + exited: one way in, and one way out exactly for those who have left.
      expect(moves.filter((move) => move.fromStepId === null)).toHaveLength(1);
      const leftBy = moves.filter((move) => move.toStepId === "").length;
      expect(leftBy).toBeLessThanOrEqual(last.status === "exited" ? 1 : 0);
    });
  });

  it("does nothing at all in a loop", () => {
    always((turns) => {
      for (const { before, input, result } of turns) {
        if (before.dueAtMs !== null && before.dueAtMs < input.nowMs) continue;
        if (!result.decisions.some((one) => one.code === "loop")) continue;
        expect(result).toMatchObject({ actions: [], moves: [], enrollment: { ...before, dueAtMs: null } });
      }
    });
  });

  it("names every touchpoint once", () => {
    always((turns) => {
      const keys = turns.flatMap((turn) =>
        turn.result.actions.flatMap((action) => ("key" in action ? [action.key] : [])),
      );
      expect(new Set(keys).size).toBe(keys.length);
    });
  });

  it("never reaches those held out and writes about them only where allowed", () => {
    always((turns, plan, heldOut) => {
      if (!heldOut) return;
      for (const action of turns.flatMap((turn) => turn.result.actions)) {
        expect(["update", "milestone", "release"]).toContain(action.type);
        if (action.type === "update") expect(action.config.inHoldout).toBe(true);
      }
      expect(plan.steps.size).toBeGreaterThan(0);
    });
  });

  it("stays still once it has left", () => {
    always((turns) => {
      const left = turns.findIndex((turn) => turn.result.enrollment.status === "exited");
      if (left < 0) return;
      for (const { before, result } of turns.slice(left + 1)) {
        expect(result).toEqual({ enrollment: before, actions: [], decisions: [], moves: [] });
      }
    });
  });

  it("is due later; at this very moment only where an event came before a timer", () => {
    always((turns) => {
      for (const { input, result } of turns) {
        const { dueAtMs } = result.enrollment;
        if (dueAtMs === null) continue;
        if (input.type === "time") expect(dueAtMs).toBeGreaterThan(input.nowMs);
        else expect(dueAtMs).toBeGreaterThanOrEqual(input.nowMs);
      }
    });
  });

  it("goes out by a path, or records that there is none", () => {
    always((turns, plan) => {
      for (const { result } of turns) {
        for (const move of result.moves) {
          if (
            move.fromStepId === null ||
            move.toStepId === "" ||
            move.port === "timeout" ||
            move.port.startsWith("exit:")
          )
            continue;
          expect(plan.steps.get(move.fromStepId)?.next(move.port)?.id).toBe(move.toStepId);
        }
        const { wait } = result.enrollment;
        const isNewlyStuck = wait?.type === "stuck" && result.moves.length > 0;
        if (isNewlyStuck) expect(result.decisions.map((one) => one.code)).toContain("dead_end");
      }
    });
  });

  it("ends where it would have ended had every timer been on time", () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 12 }), (plan, days) => {
        const endMs = BEGIN_MS + days * DAY_MS;
        const facts = factsAfter([], {});
        const begun = advance(plan, beginOf(plan), { type: "time", nowMs: BEGIN_MS }, facts);
        let punctual = begun.enrollment;
        let known = facts;
        for (const action of begun.actions)
          if (action.type === "update") known = { ...known, traits: updateTraits(known.traits, action.config.set) };
        const late = advance(plan, punctual, { type: "time", nowMs: endMs }, known);
        for (let round = 0; round < 90 && punctual.dueAtMs !== null && punctual.dueAtMs <= endMs; round++) {
          const result = advance(plan, punctual, { type: "time", nowMs: punctual.dueAtMs }, known);
          punctual = result.enrollment;
          for (const action of result.actions)
            if (action.type === "update") known = { ...known, traits: updateTraits(known.traits, action.config.set) };
        }
        if (punctual.dueAtMs !== null && punctual.dueAtMs <= endMs) return;
        expect(late.enrollment).toEqual(punctual);
      }),
      { numRuns: 1000 },
    );
  });

  it("says every decision in words", () => {
    always((turns) => {
      for (const decision of turns.flatMap((turn) => turn.result.decisions)) {
        const text = describeDecision(decision);
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
    });
  });
});
