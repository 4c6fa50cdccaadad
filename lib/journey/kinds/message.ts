import type { Wait } from "@/lib/journey/enrollment";
import type { ConfigOf } from "@/lib/journey/kinds/config";
import { type Scene, type StepKind, type Turn, touchpointKey } from "@/lib/journey/kinds/step-kind";

type Config = ConfigOf<"message">;

/** RULES S11: a message that did not go out goes on as one that got no response, then as one that was sent. */
const notSent = ["not_sent", "no_response", "sent"] as const;
const responded = { plain: ["engaged", "clicked", "sent"], split: ["clicked", "engaged", "sent"] } as const;

function arrive(config: Config, scene: Scene): Turn {
  if (scene.heldOut) {
    const withheld = { code: "withheld", detail: { channel: config.channel } } as const;
    return config.windowMs === 0
      ? { type: "follow", ports: ["sent", "no_response"], ...withheld }
      : { ...awaitEngagement(scene.nowMs + config.windowMs, false), ...withheld };
  }
  return {
    type: "wait",
    wait: { type: "settlement" },
    lookAtMs: null,
    actions: [
      { type: "send", key: touchpointKey(scene, config.channel), stepId: scene.stepId, visit: scene.visit, config },
    ],
  };
}

function awaitEngagement(untilMs: number, opened: boolean): Turn & { type: "wait" } {
  return { type: "wait", wait: { type: "engagement", untilMs, opened }, lookAtMs: untilMs };
}

function respond(config: Config, how: string): Turn {
  return {
    type: "follow",
    ports: config.splitOpened ? responded.split : responded.plain,
    code: "engaged",
    detail: { how },
  };
}

function endWindow(config: Config, opened: boolean): Turn {
  const ports = opened && config.splitOpened ? ["opened", "no_response", "sent"] : ["no_response", "sent"];
  return { type: "follow", ports, code: opened ? "opened_only" : "no_response", detail: { windowMs: config.windowMs } };
}

/** Settlement, engagement, then the end of the window (RULES S7, S11). */
function resume(config: Config, scene: Scene, wait: Wait): Turn {
  const { input, nowMs } = scene;
  const isMine = input !== null && "stepId" in input && input.stepId === scene.stepId && input.visit === scene.visit;
  const untilMs = wait.type === "engagement" ? wait.untilMs : null;
  const opened = wait.type === "engagement" && wait.opened;

  if (isMine && input.type === "settled" && input.settlement.outcome === "not_sent") {
    const { code, detail } = input.settlement;
    return { type: "follow", ports: notSent, code: "not_sent", detail: { because: code, ...detail } };
  }
  if (isMine && input.type === "settled" && untilMs === null) {
    if (config.windowMs === 0) return { type: "follow", ports: ["sent", "no_response"] };
    return awaitEngagement(nowMs + config.windowMs, false);
  }
  if (isMine && input.type === "engaged") {
    if (input.how !== "opened") {
      // Somebody who clicks has got it, even where the provider's receipt is still on its way.
      return config.windowMs === 0 ? { type: "follow", ports: ["sent", "no_response"] } : respond(config, input.how);
    }
    if (untilMs !== null && untilMs > nowMs) return awaitEngagement(untilMs, true);
  }
  if (untilMs === null) return { type: "wait", wait: { type: "settlement" }, lookAtMs: null };
  return nowMs >= untilMs ? endWindow(config, opened) : awaitEngagement(untilMs, opened);
}

export const message: StepKind<"message"> = {
  ports: ({ windowMs, splitOpened }) => {
    if (windowMs === 0) return ["sent", "not_sent"];
    return splitOpened ? ["clicked", "opened", "no_response", "not_sent"] : ["engaged", "no_response", "not_sent"];
  },
  decide: (config, scene) => (scene.wait === null ? arrive(config, scene) : resume(config, scene, scene.wait)),
};
