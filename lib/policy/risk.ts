import type { JourneyDocument } from "@/lib/journey/document";
import type { Policy } from "@/lib/policy/policy";

export type Risk = "low" | "medium" | "high";

/** Channels that stay inside the workspace's own reach. */
const ownChannels: ReadonlySet<string> = new Set(["email", "in_app", "web", "chat"]);
const HIGH_RISK_TIMES = 10;

/** How much a launch could do, and why (RULES S16). `reach` is the number of subjects expected in 30 days. */
export function riskOf(document: JourneyDocument, reach: number, policy: Policy): { risk: Risk; because: string[] } {
  const because: string[] = [];
  let risk: Risk = "low";
  if (reach > policy.lowRiskMaxPeople) {
    risk = reach > policy.lowRiskMaxPeople * HIGH_RISK_TIMES ? "high" : "medium";
    because.push(
      `It may reach ${reach} ${document.subject === "account" ? "accounts" : "people"} in 30 days; up to ${policy.lowRiskMaxPeople} is low risk.`,
    );
  }
  const foreign = document.steps.some(
    (step) => step.kind === "webhook" || (step.kind === "message" && !ownChannels.has(step.config.channel)),
  );
  if (foreign) {
    if (risk === "low") risk = "medium";
    because.push("It uses a channel outside the workspace's own.");
  }
  if (because.length === 0) because.push(`Own channels, and at most ${policy.lowRiskMaxPeople} reached in 30 days.`);
  return { risk, because };
}
