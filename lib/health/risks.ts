/** Something that threatens the journey now. Each open one takes 20 points of the risk factor (RULES S14). */
export interface Risk {
  id: "escalation" | "late" | "usage_down" | "tasks_late" | "detractor" | "renewal";
  text: string;
  /** What to do about it, and the rule that says so. */
  advice: string;
  source: string;
}

export interface RiskInput {
  escalations: readonly { title: string; severity: string }[];
  stageName: string | null;
  daysInStage: number;
  expectedDays: number | null;
  usageChange: number | null;
  lateTasks: number;
  nps: number | null;
  daysToRenewal: number | null;
  health: number | null;
}

const USAGE_DROP = -25;
const RENEWAL_DAYS = 90;
const HEALTH_FOR_RENEWAL = 60;

export function findRisks(input: RiskInput): Risk[] {
  const risks: Risk[] = input.escalations.map((one) => ({
    id: "escalation",
    text: `Open escalation: ${one.title} (${one.severity})`,
    advice: `Close "${one.title}" before anything automated goes out`,
    source: "Guardrail: escalations pause automated touchpoints",
  }));
  const over = input.expectedDays === null ? 0 : Math.floor(input.daysInStage - input.expectedDays);
  if (over > 0) {
    risks.push({
      id: "late",
      text: `${input.stageName ?? "The stage"} is ${over} d over plan`,
      advice: `Agree a dated plan for the open criteria of ${input.stageName ?? "the stage"}`,
      source: `Stage plan: ${input.expectedDays} d`,
    });
  }
  if (input.usageChange !== null && input.usageChange <= USAGE_DROP) {
    risks.push({
      id: "usage_down",
      text: `Active people down ${-input.usageChange}% in 28 days`,
      advice: "Call the champion and ask what changed",
      source: `Signal: active people fell by ${-USAGE_DROP}% or more`,
    });
  }
  if (input.lateTasks > 0) {
    risks.push({
      id: "tasks_late",
      text: `${input.lateTasks} ${input.lateTasks === 1 ? "task is" : "tasks are"} late`,
      advice: "Finish or reassign the late tasks",
      source: "Tasks past their due date",
    });
  }
  if (input.nps !== null && input.nps < 0) {
    risks.push({
      id: "detractor",
      text: `Net promoter score −${-input.nps} is negative`,
      advice: "Follow up with those who answered 0 to 6",
      source: "Signal: net promoter score below 0",
    });
  }
  if (
    input.daysToRenewal !== null &&
    input.daysToRenewal >= 0 &&
    input.daysToRenewal <= RENEWAL_DAYS &&
    input.health !== null &&
    input.health < HEALTH_FOR_RENEWAL
  ) {
    risks.push({
      id: "renewal",
      text: `Renews in ${input.daysToRenewal} d with health ${Math.round(input.health)}`,
      advice: "Hold a value review before the proposal",
      source: `Renewal within ${RENEWAL_DAYS} d and health below ${HEALTH_FOR_RENEWAL}`,
    });
  }
  return risks;
}
