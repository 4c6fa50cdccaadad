"use client";
import { useBuilderStore } from "@/components/builder/builder-context";
import type { Problem } from "@/components/builder/builder-types";
import { applyFix } from "@/lib/journey/apply-fix";
import { newId } from "@/components/builder/new-id";
import { Notice } from "@/components/ui/notice";

const tones = { error: "bad", warning: "warn", info: "info" } as const;

/** What is wrong here, in sentences; Fix goes to the field. */
export function ProblemList({ problems, about = "" }: { problems: readonly Problem[]; about?: string }) {
  const store = useBuilderStore();
  const shown = problems.filter((problem) => problem.severity !== "info");
  if (shown.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {shown.map((problem) => (
        <Notice key={`${problem.code}:${problem.field ?? ""}:${problem.message}`} tone={tones[problem.severity]}>
          <span className="flex items-start justify-between gap-2">
            <span>{own(problem.message, about)}</span>
            {problem.fix && (
              <FixButton
                label={problem.fix.label}
                onFix={() => {
                  const fix = problem.fix?.command;
                  if (fix)
                    store.getState().run({
                      label: problem.fix?.label.toLowerCase() ?? "fix",
                      change: (draft) => {
                        draft.document = applyFix(draft.document, fix, () => newId("step"));
                      },
                    });
                }}
              />
            )}
            {!problem.fix && problem.field && (
              <FixButton
                label="Fix"
                onFix={() =>
                  store.getState().set({
                    inspectorFocus: { field: problem.field ?? null, tick: store.getState().inspectorFocus.tick + 1 },
                  })
                }
              />
            )}
          </span>
        </Notice>
      ))}
    </div>
  );
}

function FixButton({ label, onFix }: { label: string; onFix: () => void }) {
  return (
    <button
      type="button"
      className="-my-0.5 min-h-6 shrink-0 rounded-tag px-1.5 font-semibold underline underline-offset-2"
      onClick={onFix}
    >
      {label}
    </button>
  );
}

/** Beside the step's own name the sentence need not repeat it. */
function own(message: string, name: string): string {
  const rest = name !== "" && message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
