"use client";
import { RadioGroup } from "@/components/ui/radio-group";
import type { FormProps, KindView } from "./kind-view";

function ExitForm({ config, change }: FormProps<"exit">) {
  return (
    <RadioGroup
      label="How it ends"
      value={config.outcome}
      options={[
        { value: "success", label: "Success", hint: "What the journey was for has happened." },
        { value: "graceful", label: "Gracefully", hint: "It ends without counting as success." },
      ]}
      onValueChange={(outcome) =>
        change("outcome", (next) => {
          next.outcome = outcome;
        })
      }
    />
  );
}

export const exit: KindView<"exit"> = {
  family: "exit",
  title: "Exit",
  icon: () => "exit",
  about: "The journey ends here",
  summary: ({ outcome }) => (outcome === "success" ? "Ends as success" : "Ends gracefully"),
  Form: ExitForm,
};
