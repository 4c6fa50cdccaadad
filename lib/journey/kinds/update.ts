import type { StepKind } from "@/lib/journey/kinds/step-kind";

/** The walk itself lets later steps of the same moment see the change; the caller stores it. */
export const update: StepKind<"update"> = {
  ports: () => ["next"],
  decide(config, { heldOut, stepId }) {
    if (heldOut && !config.inHoldout)
      return { type: "follow", ports: ["next"], code: "withheld", detail: { channel: "update" } };
    return { type: "follow", ports: ["next"], actions: [{ type: "update", stepId, config }] };
  },
};
