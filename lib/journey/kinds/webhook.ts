import { type StepKind, touchpointKey } from "@/lib/journey/kinds/step-kind";

export const webhook: StepKind<"webhook"> = {
  ports: () => ["sent", "not_sent"],
  decide(config, scene) {
    const { input, stepId, visit } = scene;
    if (scene.wait === null) {
      if (scene.heldOut) return { type: "follow", ports: ["sent"], code: "withheld", detail: { channel: "webhook" } };
      return {
        type: "wait",
        wait: { type: "settlement" },
        lookAtMs: null,
        actions: [{ type: "webhook", key: touchpointKey(scene, "webhook"), stepId, visit, config }],
      };
    }
    if (input?.type === "settled" && input.stepId === stepId && input.visit === visit) {
      if (input.settlement.outcome === "accepted") return { type: "follow", ports: ["sent"] };
      const { code, detail } = input.settlement;
      return { type: "follow", ports: ["not_sent", "sent"], code: "not_sent", detail: { because: code, ...detail } };
    }
    return { type: "wait", wait: { type: "settlement" }, lookAtMs: null };
  },
};
