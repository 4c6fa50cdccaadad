import type { StepKind } from "@/lib/journey/kinds/step-kind";

export const entry: StepKind<"entry"> = {
  ports: () => ["next"],
  decide: () => ({ type: "follow", ports: ["next"] }),
};
