import { compileRule, compileRules, ruleOf } from "@/lib/audience/compile-rule";
import type { Rule, When } from "@/lib/audience/rule";
import type { Criterion, JourneyDocument, State, Step } from "@/lib/journey/document";
import { decideStep, portsOf } from "@/lib/journey/kinds/index";
import type { Interests, Plan, PlanCondition, PlanExit, PlanState, PlanStep } from "@/lib/journey/plan";

function condition({ id, name, when }: Criterion): PlanCondition {
  return { id, name, when, changesWithTime: when.type === "rule" && compileRule(when.rule).changesWithTime };
}

function planSteps(document: JourneyDocument): Map<string, PlanStep> {
  const steps = new Map<string, PlanStep>();
  const targets = new Map<string, Map<string, PlanStep>>();
  for (const step of document.steps) {
    const byPort = new Map<string, PlanStep>();
    targets.set(step.id, byPort);
    steps.set(step.id, {
      id: step.id,
      name: step.name,
      kind: step.kind,
      stateId: step.state,
      step,
      isOff: step.off === true,
      ports: portsOf(step),
      next: (port) => byPort.get(port) ?? null,
      decide: (scene) => decideStep(step, scene),
    });
  }
  for (const path of document.paths) {
    const target = steps.get(path.to);
    const byPort = targets.get(path.from);
    if (target !== undefined && byPort !== undefined && !byPort.has(path.port)) byPort.set(path.port, target);
  }
  return steps;
}

/** Exits and timeouts whose step does not exist are left out: `validate` reports them, nobody can take them. */
function planState(state: State, steps: ReadonlyMap<string, PlanStep>): PlanState {
  const exits: PlanExit[] = [];
  for (const criterion of state.exitCriteria) {
    const then = steps.get(criterion.then);
    if (then === undefined) continue;
    exits.push({ ...condition(criterion), then, isInside: then.stateId === state.id && then.kind !== "exit" });
  }
  const then = state.timeout && steps.get(state.timeout.then);
  return {
    id: state.id,
    name: state.name,
    stage: state.stage ?? null,
    entryCriteria: state.entryCriteria.map(condition),
    exits,
    timeout: state.timeout && then ? { afterMs: state.timeout.afterMs, then } : null,
  };
}

function whensInside(document: JourneyDocument): When[] {
  return [
    ...document.exit.map((exit) => exit.when),
    ...document.states.flatMap((state) =>
      [...state.entryCriteria, ...state.exitCriteria].map((criterion) => criterion.when),
    ),
    ...document.steps.flatMap((step) => (step.kind === "wait_for" ? [step.config.when] : [])),
  ];
}

function eventsOf(whens: readonly When[]): string[] {
  return whens.flatMap((when) => (when.type === "event" ? [when.event] : []));
}

function branchRules(step: Step): Rule[] {
  return step.kind === "branch" ? step.config.cases.map((one) => one.rule) : [];
}

function interestsOf(document: JourneyDocument): Interests {
  const { trigger, where } = document.entry;
  const whens = whensInside(document);
  const { changesWithTime: _, ...needs } = compileRules([
    where,
    ...whens.map(ruleOf),
    ...document.variants.map((variant) => variant.where),
    ...document.steps.flatMap(branchRules),
  ]);
  // Criteria at a border ask whether the event has ever happened, so its history is loaded.
  const remembered = eventsOf(
    document.states.flatMap((state) => state.entryCriteria.map((criterion) => criterion.when)),
  );
  const entryEvents = trigger.type === "event" ? [trigger.event] : [];
  const waitEvents = [...new Set(eventsOf(whens))];
  const traits = new Set(needs.traits);
  if (trigger.type === "date") traits.add(trigger.trait);
  for (const step of document.steps)
    if (step.kind === "wait" && step.config.type === "date") traits.add(step.config.trait);
  return {
    ...needs,
    events: [...new Set([...needs.events, ...waitEvents, ...entryEvents])],
    horizonMs: { ...needs.horizonMs, ...Object.fromEntries(remembered.map((name) => [name, null])) },
    traits: [...traits],
    segments: trigger.type === "segment" ? [...new Set([...needs.segments, trigger.segmentId])] : needs.segments,
    entryEvents,
    waitEvents,
  };
}

/** Never throws on a parsed document: what is missing becomes a dead end that `advance` records. */
export function compile(
  document: JourneyDocument,
  { journeyId, versionId }: { journeyId: string; versionId: string },
): Plan {
  const steps = planSteps(document);
  const entryStep = document.steps.find((step) => step.kind === "entry");
  return {
    journeyId,
    versionId,
    document,
    entry: (entryStep && steps.get(entryStep.id)) ?? null,
    steps,
    states: new Map(document.states.map((state) => [state.id, planState(state, steps)])),
    exits: document.exit.map((exit) => ({ ...condition(exit), outcome: exit.outcome })),
    interests: interestsOf(document),
  };
}
