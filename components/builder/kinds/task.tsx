"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { formatDuration } from "@/lib/time/format-duration";
import { DurationRow, More } from "./form-parts";
import type { FormProps, KindView } from "./kind-view";

const types = [
  { value: "call", label: "Call" },
  { value: "meeting", label: "Meeting" },
  { value: "to_do", label: "To-do" },
  { value: "email", label: "Personal e-mail" },
] as const;
const icons = { call: "task", meeting: "meeting", to_do: "playbook", email: "message" } as const;

function TaskForm({ config, change }: FormProps<"task">) {
  return (
    <>
      <Field label="Type" name="type">
        <Select
          options={types}
          value={config.type}
          onValueChange={(type) =>
            change("type", (next) => {
              next.type = type;
            })
          }
        />
      </Field>
      <Field label="Title" name="title">
        <Input
          value={config.title}
          maxLength={200}
          placeholder="Call about the set-up"
          onValueChange={(title) =>
            change("title", (next) => {
              next.title = title;
            })
          }
        />
      </Field>
      <Field label="Notes for whoever does it" name="notes">
        <Textarea
          value={config.notes}
          maxLength={5000}
          onValueChange={(notes) =>
            change("notes", (next) => {
              next.notes = notes;
            })
          }
        />
      </Field>
      <p className="text-small text-ink-2">
        Assigned to{" "}
        <span className="font-semibold text-ink">
          {config.owner.type === "account_owner" ? "the account's owner" : "one person of the team"}
        </span>
      </p>
      <DurationRow
        label="Due after"
        valueMs={config.dueMs}
        onChange={(ms) =>
          change("dueMs", (next) => {
            next.dueMs = ms;
          })
        }
      />
      <More>
        <Switch
          label="Keep open when the state is left"
          checked={config.keepOpen}
          onCheckedChange={(on) =>
            change("keepOpen", (next) => {
              next.keepOpen = on;
            })
          }
        />
      </More>
    </>
  );
}

export const task: KindView<"task"> = {
  family: "people",
  title: "Task",
  icon: ({ type }) => icons[type],
  about: "Work for the account's owner",
  summary: ({ type, dueMs }) =>
    `${types.find((one) => one.value === type)?.label ?? "Task"}, due in ${formatDuration(dueMs)}`,
  Form: TaskForm,
};
