"use client";
import { useBuilder, useBuilderStore } from "@/components/builder/builder-context";
import { copyText, duplicate, removeSteps, toggle } from "@/components/builder/step-acts";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { assignState } from "@/lib/journey/edit/states";

/** What can be done with several steps at once. */
export function SeveralInspector({ ids }: { ids: readonly string[] }) {
  const store = useBuilderStore();
  const states = useBuilder((state) => state.draft.document.states);
  const steps = useBuilder((state) => state.stepsById);
  const isBuild = useBuilder((state) => state.mode === "build");
  const chosen = ids.flatMap((id) => steps.get(id) ?? []);
  const [first] = chosen;
  const common = first && chosen.every((step) => step.state === first.state) ? first.state : null;
  return (
    <>
      <header>
        <h2 className="text-section">{ids.length} steps</h2>
        <p className="truncate text-ink-2">{chosen.map((step) => step.name).join(", ")}</p>
      </header>
      {isBuild && (
        <>
          <Field label="State">
            <Select
              options={states.map((state) => ({ value: state.id, label: state.name }))}
              value={common}
              placeholder="Several"
              onValueChange={(stateId) => store.getState().run(assignState(ids, stateId))}
            />
          </Field>
          <div className="flex flex-col gap-2">
            <Button
              icon="copy"
              onClick={() => {
                const text = copyText(store);
                if (text !== null) void navigator.clipboard.writeText(text);
              }}
            >
              Copy
            </Button>
            <Button icon="add" onClick={() => duplicate(store)}>
              Duplicate
            </Button>
            <Button icon="hide" onClick={() => toggle(store)}>
              Switch off or on
            </Button>
            <Button icon="delete" variant="danger" onClick={() => removeSteps(store, ids)}>
              Delete {ids.length} steps
            </Button>
          </div>
        </>
      )}
    </>
  );
}
