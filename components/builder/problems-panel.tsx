"use client";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { join } from "@/components/ui/join";
import { useBuilder, useBuilderStore } from "./builder-context";
import type { BuilderStore } from "./builder-store";
import type { Problem } from "./builder-types";

const tones = { error: "text-bad", warning: "text-warn", info: "text-info" } as const;

/** Selects what a problem is about and puts the focus on its field. */
export function openProblem(store: BuilderStore, problem: Problem): void {
  const { select, set, inspectorFocus, fresh } = store.getState();
  if (problem.stepId !== undefined) {
    select({ type: "steps", ids: [problem.stepId] });
    if (fresh.has(problem.stepId)) set({ fresh: new Set([...fresh].filter((id) => id !== problem.stepId)) });
  } else if (problem.stateId !== undefined) select({ type: "state", id: problem.stateId });
  else select({ type: "none" });
  set({ inspectorFocus: { field: problem.field ?? null, tick: inspectorFocus.tick + 1 } });
}

/** Goes to the next problem after the one last visited, round and round. */
export function stepThroughProblems(store: BuilderStore, by: 1 | -1): void {
  const { problems, selection, say } = store.getState();
  const real = problems.filter((problem) => problem.severity !== "info");
  if (real.length === 0) return say("No problems");
  const here = real.findIndex((problem) =>
    selection.type === "steps"
      ? selection.ids.includes(problem.stepId ?? "")
      : selection.type === "state" && selection.id === problem.stateId,
  );
  const next = real[(here + by + real.length) % real.length];
  if (!next) return;
  openProblem(store, next);
  say(`${next.message} ${real.length} ${real.length === 1 ? "problem" : "problems"} in all`);
}

export function ProblemsPanel() {
  const store = useBuilderStore();
  const problems = useBuilder((state) => state.problems);
  const steps = useBuilder((state) => state.stepsById);
  const states = useBuilder((state) => state.draft.document.states);
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const name =
      problem.stepId !== undefined
        ? (steps.get(problem.stepId)?.name ?? "A deleted step")
        : problem.stateId !== undefined
          ? `State ${states.find((one) => one.id === problem.stateId)?.name ?? ""}`
          : "Journey";
    groups.set(name, [...(groups.get(name) ?? []), problem]);
  }
  return (
    <section
      aria-label="Problems"
      className="flex w-80 shrink-0 flex-col border-r border-line bg-surface max-md:hidden max-[1279px]:absolute max-[1279px]:inset-y-0 max-[1279px]:left-11 max-[1279px]:z-20 max-[1279px]:shadow-e2"
    >
      <header className="flex h-11 items-center justify-between gap-2 border-b border-line px-4">
        <h2 className="text-section">Problems</h2>
        <IconButton
          icon="close"
          label="Close problems"
          size="s"
          onClick={() => store.getState().set({ panel: null })}
        />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-2">
        {problems.length === 0 && <p className="p-2 text-ink-2">Nothing stands in the way of publishing.</p>}
        {[...groups].map(([name, own]) => (
          <div key={name} className="mb-2">
            <h3 className="px-2 py-1 text-small text-ink-2">{name}</h3>
            <ul>
              {own.map((problem) => (
                <li key={`${problem.code}:${problem.field ?? ""}:${problem.pathPort ?? ""}:${problem.message}`}>
                  <button
                    type="button"
                    className="flex w-full items-start gap-2 rounded-field px-2 py-1.5 text-left hover:bg-sunken"
                    onClick={() => openProblem(store, problem)}
                  >
                    <Icon
                      name={problem.severity === "info" ? "info" : "problem"}
                      size={14}
                      className={join("mt-0.5", tones[problem.severity])}
                    />
                    <span className="min-w-0 flex-1">
                      {problem.message} <span className="visually-hidden">({problem.severity})</span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p className="border-t border-line px-4 py-2 text-small text-ink-3">
        F8 goes to the next, Shift F8 to the one before.
      </p>
    </section>
  );
}
