import type { StepKind } from "@/lib/journey/kinds/step-kind";

/** Recorded for held-out subjects too: it measures, it does not reach. */
export const milestone: StepKind<"milestone"> = {
  ports: () => ["reached"],
  decide(config, { stepId, stepName }) {
    const name = config.milestone === "" ? stepName : config.milestone;
    return {
      type: "follow",
      ports: ["reached"],
      actions: [{ type: "milestone", stepId, milestone: name, isGoal: config.isGoal }],
    };
  },
};
