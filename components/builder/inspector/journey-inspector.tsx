"use client";
import { useBuilder, useBuilderStore } from "@/components/builder/builder-context";
import { newId } from "@/components/builder/new-id";
import { WhenField } from "@/components/rules/when-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { JourneyDocument } from "@/lib/journey/document";
import { setExit, updateJourney } from "@/lib/journey/edit/journey-settings";
import { NameField } from "@/components/builder/kinds/form-parts";
import { EntryFields } from "./entry-fields";
import { Part } from "./part";
import { ProblemList } from "./problem-list";
import { CriterionFields } from "./state-inspector";

/** The journey's own settings: shown while nothing is selected. */
export function JourneyInspector() {
  const store = useBuilderStore();
  const document = useBuilder((state) => state.draft.document);
  const problems = useBuilder((state) => state.problems);
  const vocabulary = useBuilder((state) => state.vocabulary);
  const workspace = useBuilder((state) => state.workspace);
  const change = (field: string, recipe: (document: JourneyDocument) => void) =>
    store.getState().run(updateJourney(field, recipe));
  const { primary } = document.measure;
  return (
    <>
      <header>
        <h2 className="text-section">Journey settings</h2>
        <p className="text-ink-2">Choose a step, a path or a state to change that instead.</p>
      </header>
      <ProblemList
        problems={problems.filter((problem) => problem.stepId === undefined && problem.stateId === undefined)}
      />
      <NameField
        label="Name"
        value={document.name}
        names={[]}
        onChange={(name) =>
          change("name", (next) => {
            next.name = name.slice(0, 120);
          })
        }
      />
      <Field label="What it is for">
        <Textarea
          rows={2}
          value={document.purpose}
          maxLength={2000}
          onValueChange={(purpose) =>
            change("purpose", (next) => {
              next.purpose = purpose;
            })
          }
        />
      </Field>
      <Field label="Moves">
        <Select
          options={[
            { value: "person", label: "People" },
            { value: "account", label: "Accounts" },
          ]}
          value={document.subject}
          onValueChange={(subject) =>
            change("subject", (next) => {
              next.subject = subject;
            })
          }
        />
      </Field>
      <Part title="Who enters">
        <EntryFields />
      </Part>
      <Part title="Goal" hint="What the journey is measured by.">
        {primary ? (
          <>
            <NameField
              label="Name of the goal"
              value={primary.name}
              names={[]}
              onChange={(name) =>
                change("goal.name", (next) => {
                  if (next.measure.primary) next.measure.primary.name = name.slice(0, 120);
                })
              }
            />
            <WhenField
              label="Reached when"
              when={primary.when}
              subject={document.subject}
              vocabulary={vocabulary}
              workspace={workspace}
              onChange={(when) =>
                change("goal.when", (next) => {
                  if (next.measure.primary) next.measure.primary.when = when;
                })
              }
            />
            <Field label="Target, share of those who enter">
              <NumberField
                unit="%"
                min={0}
                max={100}
                value={primary.targetShare === undefined ? null : Math.round(primary.targetShare * 1000) / 10}
                onValueChange={(percent) =>
                  change("goal.target", (next) => {
                    if (next.measure.primary)
                      if (percent === null) delete next.measure.primary.targetShare;
                      else next.measure.primary.targetShare = percent / 100;
                  })
                }
              />
            </Field>
            <Button
              variant="quiet"
              icon="delete"
              onClick={() => change("goal", (next) => void delete next.measure.primary)}
            >
              Remove the goal
            </Button>
          </>
        ) : (
          <Button
            icon="stage"
            onClick={() =>
              change("goal", (next) => {
                next.measure.primary = {
                  name: "Goal",
                  when: { type: "event", event: vocabulary.events[0] ?? "Goal reached", where: [] },
                };
              })
            }
          >
            Set a goal
          </Button>
        )}
      </Part>
      <Part title="Leaves from anywhere when">
        {document.exit.map((exit, index) => (
          <CriterionFields
            key={exit.id}
            criterion={exit}
            onChange={(_field, recipe) =>
              store.getState().run(setExit((exits) => void (exits[index] && recipe(exits[index]))))
            }
            onRemove={() => store.getState().run(setExit((exits) => void exits.splice(index, 1)))}
          >
            <Field label="Counts as">
              <Select
                options={[
                  { value: "success", label: "Success" },
                  { value: "graceful", label: "Graceful end" },
                ]}
                value={exit.outcome}
                onValueChange={(outcome) =>
                  store.getState().run(
                    setExit((exits) => {
                      if (exits[index]) exits[index].outcome = outcome;
                    }),
                  )
                }
              />
            </Field>
          </CriterionFields>
        ))}
        {document.exit.length < 20 && (
          <Button
            icon="add"
            onClick={() =>
              store.getState().run(
                setExit(
                  (exits) =>
                    void exits.push({
                      id: newId("exit"),
                      name: "Leaves",
                      when: { type: "rule", rule: { kind: "all", rules: [] } },
                      outcome: "graceful",
                    }),
                ),
              )
            }
          >
            Add exit rule
          </Button>
        )}
      </Part>
      <Part
        title="Priority"
        hint="When several journeys want the same place under a limit, the higher number goes first."
      >
        <NumberField
          aria-label="Priority"
          min={0}
          max={100}
          value={document.priority}
          onValueChange={(priority) =>
            priority !== null &&
            change("priority", (next) => {
              next.priority = Math.round(priority);
            })
          }
        />
      </Part>
    </>
  );
}
