"use client";
import type { ReactNode } from "react";
import { useBuilder, useBuilderStore } from "@/components/builder/builder-context";
import { DurationRow, NameField } from "@/components/builder/kinds/form-parts";
import { newId } from "@/components/builder/new-id";
import { WhenField } from "@/components/rules/when-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { stageColour } from "@/components/ui/stage-colour";
import { Switch } from "@/components/ui/switch";
import type { Criterion, State } from "@/lib/journey/document";
import { defaultTarget, removeState, renameState, TIMEOUT_DEFAULT_MS, updateState } from "@/lib/journey/edit/states";
import { EditableTitle } from "./editable-title";
import { Part } from "./part";
import { ProblemList } from "./problem-list";

const stages = ["Onboarding", "Adoption", "Growth", "Maturity", "Renewal", "Advocacy"] as const;
const NO_STAGE = "none";

/** A state's own rules: who may come in, what ends it, how long it may last. */
export function StateInspector({ state }: { state: State }) {
  const store = useBuilderStore();
  const document = useBuilder((builder) => builder.draft.document);
  const problems = useBuilder((builder) => builder.problems);
  const change = (field: string, recipe: (state: State) => void) =>
    store.getState().run(updateState(state.id, field, recipe));
  const targets = document.steps
    .filter((step) => step.kind !== "entry")
    .map((step) => ({ value: step.id, label: step.name }));
  const fallback = defaultTarget(document);
  return (
    <>
      <header className="flex items-start gap-2.5">
        <span
          aria-hidden
          className="mt-2 size-3 shrink-0 rounded-[3px]"
          style={{ background: stageColour(state.stage ?? state.name) }}
        />
        <div className="min-w-0 flex-1">
          <EditableTitle
            label="Name of the state"
            value={state.name}
            onChange={(name) => store.getState().run(renameState(state.id, name))}
          />
          <p className="px-1 text-ink-2">State of the journey</p>
        </div>
        {document.states.length > 1 && (
          <IconButton
            icon="delete"
            label="Remove this state; its steps join the one before"
            size="s"
            onClick={() => {
              store.getState().run(removeState(state.id));
              store.getState().select({ type: "none" });
            }}
          />
        )}
      </header>
      <ProblemList problems={problems.filter((problem) => problem.stateId === state.id)} />
      <Field label="Lifecycle stage">
        <Select
          options={[
            { value: NO_STAGE, label: "None" },
            ...stages.map((stage) => ({ value: stage.toLowerCase(), label: stage })),
          ]}
          value={state.stage ?? NO_STAGE}
          onValueChange={(stage) =>
            change("stage", (next) => {
              if (stage === NO_STAGE) delete next.stage;
              else next.stage = stage;
            })
          }
        />
      </Field>
      <Part title="Leaves when" hint="The first that happens wins.">
        {state.exitCriteria.map((exit, index) => (
          <CriterionFields
            key={exit.id}
            criterion={exit}
            onChange={(field, recipe) =>
              change(
                `exit:${exit.id}:${field}`,
                (next) => void (next.exitCriteria[index] && recipe(next.exitCriteria[index])),
              )
            }
            onRemove={() => change("exits", (next) => void next.exitCriteria.splice(index, 1))}
          >
            <Field label="Then goes to">
              <Select
                options={targets}
                value={exit.then}
                onValueChange={(then) =>
                  change("then", (next) => {
                    if (next.exitCriteria[index]) next.exitCriteria[index].then = then;
                  })
                }
              />
            </Field>
          </CriterionFields>
        ))}
        {fallback !== undefined && state.exitCriteria.length < 20 && (
          <Button
            icon="add"
            onClick={() =>
              change("exits", (next) => void next.exitCriteria.push({ ...freshCriterion(), then: fallback }))
            }
          >
            Add exit criterion
          </Button>
        )}
      </Part>
      <Part title="Time limit">
        <Switch
          label="Leave after a time"
          checked={state.timeout !== undefined}
          disabled={fallback === undefined}
          onCheckedChange={(on) =>
            change("timeout", (next) => {
              if (on && fallback !== undefined) next.timeout = { afterMs: TIMEOUT_DEFAULT_MS, then: fallback };
              else delete next.timeout;
            })
          }
        />
        {state.timeout && (
          <>
            <DurationRow
              label="After"
              valueMs={state.timeout.afterMs}
              minMs={60_000}
              onChange={(ms) =>
                change("timeout.afterMs", (next) => {
                  if (next.timeout) next.timeout.afterMs = ms;
                })
              }
            />
            <Field label="Then goes to">
              <Select
                options={targets}
                value={state.timeout.then}
                onValueChange={(then) =>
                  change("timeout.then", (next) => {
                    if (next.timeout) next.timeout.then = then;
                  })
                }
              />
            </Field>
          </>
        )}
      </Part>
      <Part
        title="Comes in only if"
        hint="Asked when a path crosses into this state. Who does not fit waits at the border."
      >
        {state.entryCriteria.map((criterion, index) => (
          <CriterionFields
            key={criterion.id}
            criterion={criterion}
            onChange={(field, recipe) =>
              change(
                `entry:${criterion.id}:${field}`,
                (next) => void (next.entryCriteria[index] && recipe(next.entryCriteria[index])),
              )
            }
            onRemove={() => change("entries", (next) => void next.entryCriteria.splice(index, 1))}
          />
        ))}
        {state.entryCriteria.length < 20 && (
          <Button
            icon="add"
            onClick={() => change("entries", (next) => void next.entryCriteria.push(freshCriterion()))}
          >
            Add entry criterion
          </Button>
        )}
      </Part>
    </>
  );
}

const freshCriterion = (): Criterion => ({
  id: newId("criterion"),
  name: "Criterion",
  when: { type: "rule", rule: { kind: "all", rules: [] } },
});

interface CriterionFieldsProps {
  criterion: Criterion;
  onChange: (field: string, recipe: (criterion: Criterion) => void) => void;
  onRemove: () => void;
  children?: ReactNode;
}

export function CriterionFields({ criterion, onChange, onRemove, children }: CriterionFieldsProps) {
  const subject = useBuilder((builder) => builder.draft.document.subject);
  const vocabulary = useBuilder((builder) => builder.vocabulary);
  const workspace = useBuilder((builder) => builder.workspace);
  return (
    <section aria-label={criterion.name} className="flex flex-col gap-2 border-l-2 border-line pl-3">
      <div className="flex items-end gap-1">
        <div className="flex-1">
          <NameField
            label="Name"
            value={criterion.name}
            names={[]}
            onChange={(name) =>
              onChange("name", (next) => {
                next.name = name.slice(0, 120);
              })
            }
          />
        </div>
        <IconButton icon="delete" label={`Remove ${criterion.name}`} onClick={onRemove} />
      </div>
      <WhenField
        label="When"
        when={criterion.when}
        subject={subject}
        vocabulary={vocabulary}
        workspace={workspace}
        onChange={(when) =>
          onChange("when", (next) => {
            next.when = when;
          })
        }
      />
      {children}
    </section>
  );
}
