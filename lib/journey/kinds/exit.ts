import type { StepKind } from "@/lib/journey/kinds/step-kind";

export const exit: StepKind<"exit"> = {
  ports: () => [],
  decide: ({ outcome }) => ({ type: "exit", outcome, code: "exit", detail: { outcome } }),
};
