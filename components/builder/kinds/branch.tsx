"use client";
import { RuleBuilder } from "@/components/rules/rule-builder";
import { ruleWords } from "@/components/rules/rule-words";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { NameField, useFormContext } from "./form-parts";
import type { FormProps, KindView } from "./kind-view";

const CASES_MAX = 20;

function BranchForm({ config, change }: FormProps<"branch">) {
  const context = useFormContext();
  const { cases } = config;
  const freeId = (): string => {
    for (let n = cases.length + 1; ; n++) if (!cases.some((one) => one.id === `case-${n}`)) return `case-${n}`;
  };
  return (
    <>
      <p className="text-small text-ink-2">
        The first branch whose rule holds wins. Who fits none takes Everyone else.
      </p>
      {cases.map((one, index) => (
        <section
          key={one.id}
          aria-label={`Branch ${one.name}`}
          className="flex flex-col gap-2 border-t border-line pt-3"
        >
          <div className="flex items-end gap-1">
            <div className="flex-1">
              <NameField
                label={`Branch ${index + 1}`}
                value={one.name}
                names={[]}
                onChange={(name) =>
                  change(`case:${one.id}`, (next) => {
                    if (next.cases[index]) next.cases[index].name = name.slice(0, 80);
                  })
                }
              />
            </div>
            <IconButton
              icon="arrowUp"
              label={`Ask ${one.name} earlier`}
              disabled={index === 0}
              onClick={() =>
                change("order", (next) => void next.cases.splice(index - 1, 0, ...next.cases.splice(index, 1)))
              }
            />
            <IconButton
              icon="delete"
              label={`Remove ${one.name}`}
              disabled={cases.length === 1}
              onClick={() => change("cases", (next) => void next.cases.splice(index, 1))}
            />
          </div>
          <RuleBuilder
            label="Who takes it"
            rule={one.rule}
            {...context}
            onChange={(rule) =>
              change(`rule:${one.id}`, (next) => {
                if (next.cases[index]) next.cases[index].rule = rule;
              })
            }
          />
        </section>
      ))}
      {cases.length < CASES_MAX && (
        <Button
          icon="add"
          onClick={() =>
            change(
              "cases",
              (next) =>
                void next.cases.push({
                  id: freeId(),
                  name: `Branch ${cases.length + 1}`,
                  rule: { kind: "all", rules: [] },
                }),
            )
          }
        >
          Add branch
        </Button>
      )}
    </>
  );
}

export const branch: KindView<"branch"> = {
  family: "decide",
  title: "Branch",
  icon: () => "branch",
  about: "Sends people different ways",
  summary: ({ cases }, { segmentName }) => {
    const [first] = cases;
    return cases.length === 1 && first
      ? `${first.name}: ${ruleWords(first.rule, segmentName)}`
      : `${cases.length} branches by rule`;
  },
  Form: BranchForm,
};
