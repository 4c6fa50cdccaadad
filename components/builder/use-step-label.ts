"use client";
import type { Step } from "@/lib/journey/document";
import { pathsFrom, pathsInto } from "@/lib/journey/edit/journey-draft";
import { useBuilder } from "./builder-context";
import type { BuilderState } from "./builder-store";
import { viewOf } from "./kinds";
import { portName } from "./port-name";

const families = {
  entry: "Entry",
  reach: "Reach",
  people: "People",
  time: "Time",
  decide: "Decision",
  goal: "Outcome",
  data: "Data",
  exit: "Exit",
} as const;

/** What a screen reader says of a step: its name, family, numbers, problems and neighbours. */
export function stepLabel(state: BuilderState, step: Step): string {
  const { document } = state.draft;
  const nameOf = (id: string): string => state.stepsById.get(id)?.name ?? "nothing";
  const parts = [step.name, `${families[viewOf(step.kind).family]} step`];
  if (step.off) parts.push("Switched off");
  const counts = state.live?.steps[step.id];
  if (counts) parts.push(`${counts.in} in, ${counts.waiting} waiting`);
  const problems = state.problems.filter((problem) => problem.stepId === step.id && problem.severity !== "info");
  if (problems.length > 0)
    parts.push(
      `${problems.length} ${problems.length === 1 ? "problem" : "problems"}: ${problems.map((problem) => problem.message.replace(/\.$/, "")).join("; ")}`,
    );
  const from = pathsInto(document, step.id).map((path) => {
    const source = state.stepsById.get(path.from);
    return pathsFrom(document, path.from).length > 1
      ? `${source?.name ?? ""}, ${portName(source, path.port)}`
      : (source?.name ?? "");
  });
  if (from.length > 0) parts.push(`Comes from ${from.join("; ")}`);
  const to = [...new Set(pathsFrom(document, step.id).map((path) => nameOf(path.to)))];
  if (to.length > 0) parts.push(`Leads to ${to.join(", ")}`);
  return `${parts.join(". ")}.`;
}

export function useStepLabel(step: Step): string {
  return useBuilder((state) => stepLabel(state, step));
}
