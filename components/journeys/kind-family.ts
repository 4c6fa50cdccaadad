import type { StepFamily } from "@/components/ui/family-colour";
import type { KindName } from "@/lib/journey/kinds/config";

/** The family a kind belongs to: its colour and silhouette. */
export const kindFamily = {
  entry: "entry",
  message: "reach",
  webhook: "reach",
  task: "people",
  wait: "time",
  wait_for: "time",
  branch: "decide",
  update: "data",
  milestone: "goal",
  exit: "exit",
} as const satisfies Record<KindName, StepFamily>;
