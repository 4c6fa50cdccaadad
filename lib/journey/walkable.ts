import type { JourneyDocument, Path, Step } from "@/lib/journey/document";
import { portsOf } from "@/lib/journey/kinds/index";

/** A way from one step to another, as the core could take it. */
export interface Way {
  from: string;
  to: string;
  /** The step's port, or null for a state's exit or timeout. */
  port: string | null;
  /** Can it be taken at the moment of arrival, or as soon as a message is refused, without waiting for time or the subject? */
  isInstant: boolean;
}

/** Ports that need no path of their own: the core then goes on through another (RULES S11, S17). */
export const continuingPorts: ReadonlySet<string> = new Set(["not_sent", "late"]);

function isInstant(step: Step, port: string): boolean {
  if (step.off === true) return true;
  switch (step.kind) {
    case "message":
      // Refused by the gate, it goes on at once: by `not_sent`, or where that has no path, by `no_response`.
      return port === "sent" || port === "not_sent";
    case "wait":
      return step.config.type === "date" || (step.config.type === "duration" && step.config.ms === 0);
    case "wait_for":
      return port === "timed_out" ? step.config.timeoutMs === 0 : step.config.when.type === "rule";
    case "task":
      return port === "late" && step.config.dueMs === 0;
    default:
      return true;
  }
}

/** Paths by the step they leave. */
export function pathsByStep(document: JourneyDocument): Map<string, Path[]> {
  const paths = new Map<string, Path[]>();
  for (const path of document.paths) {
    const mine = paths.get(path.from);
    if (mine === undefined) paths.set(path.from, [path]);
    else mine.push(path);
  }
  return paths;
}

function waysOfStep(step: Step, own: readonly Path[], known: ReadonlySet<string>): Way[] {
  const ports = portsOf(step);
  const paths = own.filter((path) => ports.includes(path.port) && known.has(path.to));
  const hasNotSent = paths.some((path) => path.port === "not_sent");
  return paths.map(({ port, to }) => ({
    from: step.id,
    to,
    port,
    isInstant: isInstant(step, port) || (step.kind === "message" && port === "no_response" && !hasNotSent),
  }));
}

/** Every way through the journey: paths, state exits and timeouts. Ways to steps that do not exist are left out. */
export function waysOf(document: JourneyDocument): Way[] {
  const known = new Set(document.steps.map((step) => step.id));
  const paths = pathsByStep(document);
  const ways = document.steps.flatMap((step) => waysOfStep(step, paths.get(step.id) ?? [], known));
  for (const state of document.states) {
    const targets = [
      ...state.exitCriteria.map((exit) => exit.then),
      ...(state.timeout ? [state.timeout.then] : []),
    ].filter((id) => known.has(id));
    for (const step of document.steps) {
      if (step.state !== state.id || step.kind === "exit") continue;
      for (const to of targets) ways.push({ from: step.id, to, port: null, isInstant: false });
    }
  }
  return ways;
}

/** Ids of the steps somebody can stand on. */
export function reachableSteps(document: JourneyDocument, ways: readonly Way[] = waysOf(document)): Set<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of ways) next.set(from, [...(next.get(from) ?? []), to]);
  const reactions = document.states.flatMap((state) => state.reactions.map((reaction) => reaction.firstStep));
  const open = [...document.steps.filter((step) => step.kind === "entry").map((step) => step.id), ...reactions];
  const seen = new Set(open);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const to of next.get(id) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return seen;
}
