import type { StepConfig } from "@/lib/journey/kinds/config";

/** `optional` ports need no path: the core falls back to another port of the step (RULES S11). */
export interface Port {
  name: string;
  optional: boolean;
}

const must = (name: string): Port => ({ name, optional: false });
const may = (name: string): Port => ({ name, optional: true });

export function portsOf(step: StepConfig): Port[] {
  switch (step.kind) {
    case "message":
      if (step.config.windowMs === 0) return [must("sent"), may("not_sent")];
      return step.config.splitOpened
        ? [must("clicked"), must("opened"), must("no_response"), may("not_sent")]
        : [must("engaged"), must("no_response"), may("not_sent")];
    case "webhook":
      return [must("sent"), may("not_sent")];
    case "task":
      return [must("done"), may("late")];
    case "wait_for":
      return [must("happened"), must("timed_out")];
    case "branch":
      return [...step.config.cases.map((one) => must(one.id)), must("else")];
    case "exit":
      return [];
    case "entry":
    case "wait":
    case "update":
      return [must("next")];
    case "milestone":
      return [must("reached")];
  }
}
