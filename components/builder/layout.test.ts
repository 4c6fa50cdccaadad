import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Step } from "@/lib/journey/document";
import { runCommand } from "@/lib/journey/edit/command";
import { insertStep } from "@/lib/journey/edit/insert-step";
import { type JourneyDraft, journeyDraft } from "@/lib/journey/edit/journey-draft";
import { portsOf } from "@/lib/journey/edit/ports-of";
import { splitState } from "@/lib/journey/edit/states";
import { flowOrder } from "./flow-order";
import { CARD_HEIGHT, CARD_WIDTH, layoutJourney } from "./layout";
import { paletteItems, stepFrom } from "./palette-items";
import { cornersOf, roundedLine } from "./route";

const start = (): JourneyDraft =>
  journeyDraft.parse({
    document: {
      schema: 1,
      name: "Welcome",
      subject: "person",
      entry: { trigger: { type: "manual" } },
      states: [{ id: "s1", name: "Start" }],
      steps: [
        { id: "in", state: "s1", name: "In", kind: "entry", config: {} },
        { id: "out", state: "s1", name: "Out", kind: "exit", config: {} },
      ],
      paths: [{ from: "in", port: "next", to: "out" }],
    },
    layout: {},
  });

const addable = paletteItems.filter((item) => item.kind !== "entry" && item.kind !== "exit");
const grown = fc
  .array(fc.record({ item: fc.constantFrom(...addable), at: fc.nat(), port: fc.nat(), split: fc.boolean() }), {
    maxLength: 20,
  })
  .map((moves) => {
    let draft = start();
    for (const [index, { item, at, port, split }] of moves.entries()) {
      const step = draft.document.steps[at % draft.document.steps.length] as Step;
      const ports = portsOf(step);
      const name = ports[port % Math.max(1, ports.length)]?.name ?? "none";
      draft = runCommand(draft, insertStep({ from: step.id, port: name }, stepFrom(item, `n${index}`, "s1"))).draft;
      if (split && index % 5 === 4) draft = runCommand(draft, splitState(`n${index}`, `s${index}x`, "More")).draft;
    }
    return draft;
  });

describe("layoutJourney", () => {
  it("never lays one card over another and keeps every card inside its state's band", () => {
    fc.assert(
      fc.property(grown, ({ document, layout }) => {
        const placed = layoutJourney(document, layout, CARD_HEIGHT);
        const cards = [...placed.steps.entries()];
        expect(cards).toHaveLength(document.steps.length);
        for (const [index, [, a]] of cards.entries()) {
          for (const [, b] of cards.slice(index + 1)) {
            const apart = Math.abs(a.x - b.x) >= CARD_WIDTH || Math.abs(a.y - b.y) >= CARD_HEIGHT;
            expect(apart).toBe(true);
          }
        }
        const bands = new Map(placed.bands.map((band) => [band.stateId, band]));
        for (const step of document.steps) {
          const at = placed.steps.get(step.id);
          const band = bands.get(step.state);
          expect(at && band && at.y >= band.top && at.y + CARD_HEIGHT <= band.bottom).toBe(true);
        }
        for (const path of placed.paths.values()) expect(roundedLine(cornersOf(path))).not.toContain("NaN");
      }),
    );
  });

  it("draws branches from left to right in the order of their settings", () => {
    const branch = paletteItems.find((item) => item.kind === "branch");
    const wait = paletteItems.find((item) => item.kind === "wait");
    if (!branch || !wait) throw new Error("The palette lost a kind.");
    let { draft } = runCommand(start(), insertStep({ from: "in", port: "next" }, stepFrom(branch, "ask", "s1")));
    ({ draft } = runCommand(draft, insertStep({ from: "ask", port: "else" }, stepFrom(wait, "right", "s1"))));
    ({ draft } = runCommand(draft, insertStep({ from: "ask", port: "yes" }, stepFrom(wait, "left", "s1"))));
    const { steps } = layoutJourney(draft.document, draft.layout, CARD_HEIGHT);
    expect((steps.get("left")?.x ?? 0) < (steps.get("right")?.x ?? 0)).toBe(true);
    expect(steps.get("left")?.y).toBe(steps.get("right")?.y);
  });
});

describe("flowOrder", () => {
  it("gives every step exactly one row of its own", () => {
    fc.assert(
      fc.property(grown, ({ document }) => {
        const own = flowOrder(document)
          .flatMap((state) => state.rows)
          .filter((row) => !row.isAgain)
          .map((row) => row.step.id);
        expect([...own].sort()).toEqual(document.steps.map((step) => step.id).sort());
      }),
    );
  });
});
