import { STATES_MAX } from "@/lib/journey/document";
import { type Check, type Problem, problemOf } from "@/lib/journey/problem";

const DEFAULT_TIMEOUT_MS = 30 * 86_400_000;

export const checkStates: Check = (document) => {
  const problems: Problem[] = [];
  const steps = new Set(document.steps.map((step) => step.id));
  const states = new Set(document.states.map((state) => state.id));
  if (document.states.length > STATES_MAX) {
    problems.push(
      problemOf(
        "state.many",
        `A journey has at most ${STATES_MAX} states; this one has ${document.states.length}. Split it into two journeys.`,
        { field: "states" },
      ),
    );
  }
  for (const step of document.steps) {
    if (!states.has(step.state))
      problems.push(
        problemOf("state.unknown", `${step.name} belongs to a state that does not exist. Move it into one.`, {
          stepId: step.id,
          field: "state",
        }),
      );
  }
  for (const state of document.states) {
    const place = { stateId: state.id };
    for (const [index, criterion] of state.exitCriteria.entries()) {
      if (steps.has(criterion.then)) continue;
      problems.push(
        problemOf(
          "exit.unknown_step",
          `${state.name}: “${criterion.name}” leads to a step that does not exist. Choose another.`,
          { ...place, field: `exitCriteria.${index}.then` },
        ),
      );
    }
    for (const [index, reaction] of state.reactions.entries()) {
      if (steps.has(reaction.firstStep)) continue;
      problems.push(
        problemOf(
          "reaction.unknown_step",
          `${state.name}: a reaction starts at a step that does not exist. Choose another.`,
          { ...place, field: `reactions.${index}.firstStep` },
        ),
      );
    }
    if (state.timeout !== undefined && !steps.has(state.timeout.then)) {
      problems.push(
        problemOf(
          "timeout.unknown_step",
          `${state.name}: the timeout leads to a step that does not exist. Choose another.`,
          { ...place, field: "timeout.then" },
        ),
      );
    }
    const exit =
      document.steps.find((step) => step.kind === "exit" && step.config.outcome === "graceful") ??
      document.steps.find((step) => step.kind === "exit");
    if (state.timeout === undefined) {
      const fix = exit && {
        label: "Leave after 30 days",
        command: { type: "add_timeout", stateId: state.id, afterMs: DEFAULT_TIMEOUT_MS, then: exit.id } as const,
      };
      problems.push(
        problemOf(
          "state.no_timeout",
          `${state.name} has no timeout, so people can stay for ever.`,
          { ...place, field: "timeout" },
          fix,
        ),
      );
    }
    if (state.exitCriteria.length === 0 && document.states.length > 1) {
      problems.push(
        problemOf("state.no_exit", `${state.name} has no exit criteria. People leave it only by its paths.`, {
          ...place,
          field: "exitCriteria",
        }),
      );
    }
  }
  return problems;
};
