import { benchmarkShares } from "@/lib/journey/benchmark-shares";
import type { JourneyDocument, Path, State, Step } from "@/lib/journey/document";
import { portsOf } from "@/lib/journey/kinds/index";

const DAY_MS = 86_400_000;
const STAY_MS = 30 * DAY_MS;
const TIMEOUT_SHARE = 0.05;

function roundShare(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}

/** What explicit shares leave over is divided among the other paths by benchmark. */
function withShares(document: JourneyDocument): Path[] {
  const steps = new Map(document.steps.map((step) => [step.id, step]));
  const openByStep = new Map<string, { left: number; weight: number }>();
  const weightOf = ({ from, port }: Path): number => {
    const step = steps.get(from);
    return step === undefined ? 0 : (benchmarkShares(step)[port] ?? 0);
  };
  for (const path of document.paths) {
    const open = openByStep.get(path.from) ?? { left: 1, weight: 0 };
    if (path.expected === undefined) open.weight += weightOf(path);
    else open.left = Math.max(0, open.left - path.expected.share);
    openByStep.set(path.from, open);
  }
  return document.paths.map((path) => {
    const open = openByStep.get(path.from);
    if (path.expected !== undefined || open === undefined || open.weight === 0) return path;
    return { ...path, expected: { share: roundShare((open.left * weightOf(path)) / open.weight), source: "assumed" } };
  });
}

/** Time the state's own steps may take one after another; null when a date decides. */
function plannedMs(stateId: string, steps: readonly Step[]): number | null {
  let totalMs = 0;
  for (const step of steps) {
    if (step.state !== stateId) continue;
    if (step.kind === "wait") {
      if (step.config.type === "date") return null;
      totalMs += step.config.type === "duration" ? step.config.ms : 7 * DAY_MS;
    }
    if (step.kind === "wait_for") totalMs += step.config.timeoutMs;
    if (step.kind === "message") totalMs += step.config.windowMs;
    if (step.kind === "task") totalMs += step.config.dueMs;
  }
  return totalMs;
}

/** Stages of a lifecycle keep their own time; elsewhere nobody stays for ever. */
function withTimeout(state: State, document: JourneyDocument): State {
  if (state.timeout !== undefined || state.stage !== undefined) return state;
  const exits = document.steps.filter((step) => step.kind === "exit");
  const exit = exits.find((step) => step.kind === "exit" && step.config.outcome === "graceful") ?? exits[0];
  const busyMs = plannedMs(state.id, document.steps);
  if (exit === undefined || busyMs === null) return state;
  const afterMs = busyMs <= STAY_MS / 2 ? STAY_MS : busyMs + STAY_MS;
  return { ...state, timeout: { afterMs, then: exit.id, expected: { share: TIMEOUT_SHARE, source: "assumed" } } };
}

function firstLink(body: string): string | undefined {
  return /href="([^"]+)"/i.exec(body)?.[1] ?? /https?:\/\/[^\s"'<>)]+/i.exec(body)?.[0];
}

function firstSentence(body: string): string {
  const text = body
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return /^.{1,160}?[.?](?=\s|$)/.exec(text)?.[0] ?? text.slice(0, 160);
}

function withBrief(step: Step): Step {
  if (step.kind !== "message") return step;
  const { content, brief } = step.config;
  const keyMessage = brief.keyMessage ?? (content.subject.trim() || firstSentence(content.body));
  const callToAction = brief.callToAction ?? content.callToAction?.label ?? firstLink(content.body);
  return {
    ...step,
    config: {
      ...step.config,
      brief: {
        successMetric: brief.successMetric ?? (step.config.windowMs > 0 ? "engaged" : "sent"),
        ...(keyMessage !== "" && { keyMessage }),
        ...(callToAction !== undefined && { callToAction: callToAction.slice(0, 500) }),
      },
    },
  };
}

/**
 * Everything the author left open, filled in and labelled assumed (RULES S17): shares by benchmark, a timeout of 30
 * days (longer where the state's own waits are) that leads to an exit, briefs from the content. What the author
 * wrote stays; applying it twice changes nothing more.
 */
export function withAssumptions(document: JourneyDocument): JourneyDocument {
  return {
    ...document,
    states: document.states.map((state) => withTimeout(state, document)),
    steps: document.steps.map(withBrief),
    paths: withShares(document),
  };
}

/** "11 of 14 shares are assumed": paths of steps with a choice, where nobody set the share. */
export function countAssumed(document: JourneyDocument): { assumed: number; total: number } {
  const ports = new Map(document.steps.map((step) => [step.id, portsOf(step)]));
  const pathsOf = new Map<string, Path[]>();
  for (const path of document.paths) {
    if (ports.get(path.from)?.includes(path.port)) pathsOf.set(path.from, [...(pathsOf.get(path.from) ?? []), path]);
  }
  const chosen = [...pathsOf.values()].filter((paths) => paths.length > 1).flat();
  return {
    assumed: chosen.filter((path) => (path.expected?.source ?? "assumed") === "assumed").length,
    total: chosen.length,
  };
}
