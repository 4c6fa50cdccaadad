import { describe, expect, it } from "vitest";
import { prepareLive } from "./prepare-live";

const asOf = new Date("2026-03-01T10:00:00Z");

describe("prepareLive", () => {
  it("counts who came, went and waits, and the share of each path of all who left its step", () => {
    const { steps, paths } = prepareLive({
      paths: [
        { from_step_id: "", port: "enter", to_step_id: "start", n: 10 },
        { from_step_id: "start", port: "next", to_step_id: "mail", n: 10 },
        { from_step_id: "mail", port: "engaged", to_step_id: "end", n: 2 },
        { from_step_id: "mail", port: "no_response", to_step_id: "end", n: 6 },
      ],
      outcomes: [
        { step_id: "mail", outcome: "sent", n: 9 },
        { step_id: "mail", outcome: "clicked", n: 2 },
      ],
      waiting: new Map([["mail", 2]]),
      asOf,
    });
    expect(steps.mail).toEqual({ in: 10, waiting: 2, out: 8, sent: 9, engaged: 2 });
    expect(steps.end).toEqual({ in: 8, waiting: 0, out: 0 });
    expect(paths["mail:engaged:end"]).toEqual({ count: 2, share: 0.25 });
    expect(paths["start:next:mail"]?.share).toBe(1);
  });

  it("sums up the journey: who is inside, who ended how, which messages the gate held and dropped", () => {
    const { totals } = prepareLive({
      paths: [],
      outcomes: [
        { step_id: "end", outcome: "exit:success", n: 5 },
        { step_id: "end", outcome: "exit:graceful", n: 3 },
        { step_id: "mail", outcome: "message.hold", n: 4 },
        { step_id: "mail", outcome: "message.drop", n: 1 },
        { step_id: "mail", outcome: "sent", n: 20 },
      ],
      waiting: new Map([
        ["mail", 2],
        ["wait", 5],
      ]),
      asOf,
    });
    expect(totals).toEqual({ inside: 7, ended: 8, succeeded: 5, held: 4, dropped: 1 });
  });
});
