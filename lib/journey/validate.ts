import { checkMeasure, checkShares } from "@/lib/journey/checks/expectations";
import { checkIds, checkLoops, checkPaths, checkReach, checkStart } from "@/lib/journey/checks/flow";
import { checkRules, checkTemplates } from "@/lib/journey/checks/rules";
import { checkStates } from "@/lib/journey/checks/states";
import { checkRepeats, checkSteps } from "@/lib/journey/checks/steps";
import type { JourneyDocument } from "@/lib/journey/document";
import type { Check, Problem, References } from "@/lib/journey/problem";

const checks: readonly Check[] = [
  checkStart,
  checkIds,
  checkStates,
  checkPaths,
  checkReach,
  checkLoops,
  checkSteps,
  checkRepeats,
  checkRules,
  checkTemplates,
  checkMeasure,
  checkShares,
];
const weight = { error: 0, warning: 1, info: 2 } as const;

/**
 * What is wrong with a journey, errors first. An error is what cannot run or is unlawful and blocks approval; a
 * warning needs a tick; the rest informs (RULES S17).
 */
export function validate(document: JourneyDocument, references: References): Problem[] {
  return checks.flatMap((check) => check(document, references)).sort((a, b) => weight[a.severity] - weight[b.severity]);
}

export function isError(problem: Problem): boolean {
  return problem.severity === "error";
}
