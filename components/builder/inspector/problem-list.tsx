"use client";
import { useBuilderStore } from "@/components/builder/builder-context";
import type { Problem } from "@/components/builder/builder-types";
import { Notice } from "@/components/ui/notice";

const tones = { error: "bad", warning: "warn", info: "info" } as const;

/** What is wrong here, in sentences; Fix goes to the field. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const store = useBuilderStore();
  if (problems.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {problems.map((problem) => (
        <Notice key={`${problem.code}:${problem.field ?? ""}:${problem.message}`} tone={tones[problem.severity]}>
          <span className="flex items-start justify-between gap-2">
            <span>{problem.message}</span>
            {problem.field && (
              <button
                type="button"
                className="-my-0.5 min-h-6 shrink-0 rounded-tag px-1.5 font-semibold underline underline-offset-2"
                onClick={() => store.getState().set({ inspectorFocus: { field: problem.field ?? null, tick: store.getState().inspectorFocus.tick + 1 } })}
              >
                Fix
              </button>
            )}
          </span>
        </Notice>
      ))}
    </div>
  );
}
