"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { formatDuration } from "@/lib/time/format-duration";
import { DurationRow, More, useFormContext } from "./form-parts";
import type { FormProps, KindView } from "./kind-view";

const types = [
  { value: "call", label: "Call" },
  { value: "meeting", label: "Meeting" },
  { value: "to_do", label: "To-do" },
  { value: "email", label: "Personal e-mail" },
] as const;
const icons = { call: "task", meeting: "meeting", to_do: "playbook", email: "message" } as const;

const ACCOUNT_OWNER = "account_owner";
const NOBODY = "nobody";

function TaskForm({ config, change }: FormProps<"task">) {
  const members = useFormContext().vocabulary.members.map(({ id, name }) => ({ value: id, label: name }));
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
      <Field label="Assigned to" name="owner">
        <Select
          options={[{ value: ACCOUNT_OWNER, label: "The account's owner" }, ...members]}
          value={config.owner.type === "user" ? config.owner.userId : ACCOUNT_OWNER}
          onValueChange={(userId) =>
            change("owner", (next) => {
              next.owner = userId === ACCOUNT_OWNER ? { type: "account_owner" } : { type: "user", userId };
            })
          }
        />
      </Field>
      {config.owner.type === "account_owner" && (
        <Field label="If the account has no owner" name="fallbackUserId">
          <Select
            options={[{ value: NOBODY, label: "Nobody" }, ...members]}
            value={config.fallbackUserId ?? NOBODY}
            onValueChange={(userId) =>
              change("fallbackUserId", (next) => {
                if (userId === NOBODY) delete next.fallbackUserId;
                else next.fallbackUserId = userId;
              })
            }
          />
        </Field>
      )}
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
