import { evaluateRule, explainRule } from "@/lib/audience/evaluate-rule";
import type { StepKind } from "@/lib/journey/kinds/step-kind";

/** Nobody reads more failed cases than this; the decision stays small. */
const FAILED_CASES_EXPLAINED_MAX = 3;

export const branch: StepKind<"branch"> = {
  ports: ({ cases }) => [...cases.map((one) => one.id), "else"],
  decide({ cases }, { facts, context, nowMs }) {
    for (const one of cases) {
      if (evaluateRule(one.rule, facts, context, nowMs)) {
        const because = explainRule(one.rule, facts, context, nowMs);
        return { type: "follow", ports: [one.id], code: "branch_case", detail: { case: one.name, because } };
      }
    }
    const failed = cases
      .slice(0, FAILED_CASES_EXPLAINED_MAX)
      .map((one) => ({ case: one.name, because: explainRule(one.rule, facts, context, nowMs) }));
    return { type: "follow", ports: ["else"], code: "branch_else", detail: { cases: cases.length, failed } };
  },
};
