"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { ConfigOf } from "@/lib/journey/kinds/config";
import { More, NameField, useFormContext } from "./form-parts";
import type { FormProps, KindView } from "./kind-view";

type Change = ConfigOf<"update">["set"][number];
const ops = [
  { value: "set", label: "Set to" },
  { value: "add", label: "Add" },
  { value: "unset", label: "Clear" },
] as const;

const start = (op: Change["op"], trait: string): Change =>
  op === "set" ? { op, trait, value: "" } : op === "add" ? { op, trait, by: 1 } : { op, trait };
const typed = (text: string): string | number | boolean => {
  if (text === "true" || text === "false") return text === "true";
  return text.trim() !== "" && String(Number(text)) === text.trim() ? Number(text) : text;
};

function UpdateForm({ config, change }: FormProps<"update">) {
  const { vocabulary, subject } = useFormContext();
  const names = subject === "account" || config.of === "account" ? vocabulary.accountTraits : vocabulary.traits;
  const put = (index: number, field: string, next: Change) =>
    change(`${field}:${index}`, (draft) => {
      draft.set[index] = next;
    });
  return (
    <>
      {subject === "person" && (
        <Field label="Of" name="of">
          <Select
            options={[
              { value: "subject", label: "The person" },
              { value: "account", label: "Their account" },
            ]}
            value={config.of}
            onValueChange={(of) =>
              change("of", (next) => {
                next.of = of;
              })
            }
          />
        </Field>
      )}
      {config.set.map((one, index) => (
        <section
          // biome-ignore lint/suspicious/noArrayIndexKey: these have no ids; the place in the list is what they are
          key={`${index}:${config.set.length}`}
          aria-label={`Change ${index + 1}`}
          className="flex flex-col gap-2 border-t border-line pt-3"
        >
          <div className="flex items-end gap-1">
            <div className="flex-1">
              <NameField
                label="Property"
                name="set"
                value={one.trait}
                names={names}
                mayBeEmpty
                onChange={(trait) => put(index, "trait", { ...one, trait })}
              />
            </div>
            <IconButton
              icon="delete"
              label="Remove this change"
              onClick={() => change("set", (next) => void next.set.splice(index, 1))}
            />
          </div>
          <div className="grid grid-cols-2 gap-2">
            <Select
              aria-label="What to do"
              options={ops}
              value={one.op}
              onValueChange={(op) => put(index, "op", start(op, one.trait))}
            />
            {one.op === "set" && (
              <Input
                aria-label="Value"
                value={String(one.value ?? "")}
                onValueChange={(text) => put(index, "value", { ...one, value: typed(text) })}
              />
            )}
            {one.op === "add" && (
              <Input
                aria-label="By"
                inputMode="decimal"
                value={String(one.by)}
                onValueChange={(text) =>
                  Number.isFinite(Number(text)) && put(index, "value", { ...one, by: Number(text) })
                }
              />
            )}
          </div>
        </section>
      ))}
      {config.set.length < 20 && (
        <Button icon="add" onClick={() => change("set", (next) => void next.set.push(start("set", "")))}>
          Add change
        </Button>
      )}
      <More>
        <Switch
          label="Also for people held out"
          hint="Otherwise the comparison group keeps its values."
          checked={config.inHoldout}
          onCheckedChange={(on) =>
            change("inHoldout", (next) => {
              next.inHoldout = on;
            })
          }
        />
      </More>
    </>
  );
}

export const update: KindView<"update"> = {
  family: "data",
  title: "Update",
  icon: () => "update",
  about: "Writes what is known",
  summary: ({ set }) => {
    const [first] = set;
    if (!first) return "Nothing to write yet";
    const words =
      first.op === "set"
        ? `Set ${first.trait} to ${String(first.value)}`
        : first.op === "add"
          ? `Add ${first.by} to ${first.trait}`
          : `Clear ${first.trait}`;
    return set.length === 1 ? words : `${words} and ${set.length - 1} more`;
  },
  Form: UpdateForm,
};
