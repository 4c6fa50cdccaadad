"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import type { FormProps, KindView } from "./kind-view";

function MilestoneForm({ config, change }: FormProps<"milestone">) {
  return (
    <>
      <Field label="Milestone" name="milestone" hint="Empty: the step's name.">
        <Input
          value={config.milestone}
          maxLength={120}
          onValueChange={(name) =>
            change("milestone", (next) => {
              next.milestone = name;
            })
          }
        />
      </Field>
      <Switch
        label="This is the goal"
        hint="Reaching it counts as success of the journey."
        checked={config.isGoal}
        onCheckedChange={(on) =>
          change("isGoal", (next) => {
            next.isGoal = on;
          })
        }
      />
    </>
  );
}

export const milestone: KindView<"milestone"> = {
  family: "goal",
  title: "Milestone",
  icon: ({ isGoal }) => (isGoal ? "stage" : "milestone"),
  about: "Records that something was reached",
  summary: ({ milestone: name, isGoal }) => (isGoal ? "Goal of the journey" : name === "" ? "Milestone" : name),
  Form: MilestoneForm,
};
