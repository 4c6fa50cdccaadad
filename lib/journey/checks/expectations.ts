import { portsOf } from "@/lib/journey/kinds/index";
import { type Check, type Problem, problemOf } from "@/lib/journey/problem";
import { pathsByStep } from "@/lib/journey/walkable";

/** Rounding to whole percents may lose half a percent in all. */
const SUM_TOLERANCE = 0.005;

export const checkMeasure: Check = (document) =>
  document.measure.primary === undefined
    ? [
        problemOf("objective.missing", "Without a goal, nothing can be forecast. Choose one.", {
          field: "measure.primary",
        }),
      ]
    : [];

/** Shares of the ways out of a step add up. */
export const checkShares: Check = (document) => {
  const problems: Problem[] = [];
  const byStep = pathsByStep(document);
  for (const step of document.steps) {
    const ports = portsOf(step);
    const paths = (byStep.get(step.id) ?? []).filter((path) => ports.includes(path.port));
    if (paths.length === 0 || ports.length < 2) continue;
    const known = paths.filter((path) => path.expected !== undefined);
    const place = { stepId: step.id, field: "expected" };
    if (known.length < paths.length) {
      problems.push(problemOf("expected.missing", `${step.name}: not every path has an expected share.`, place));
      continue;
    }
    const sum = known.reduce((total, path) => total + (path.expected?.share ?? 0), 0);
    if (Math.abs(sum - 1) <= SUM_TOLERANCE) continue;
    const fix = { label: "Scale to 100%", command: { type: "scale_shares", stepId: step.id } } as const;
    problems.push(
      problemOf(
        "branch.sum",
        `${step.name}: shares add up to ${Math.round(sum * 1000) / 10}%. They should add up to 100%.`,
        place,
        fix,
      ),
    );
  }
  return problems;
};
