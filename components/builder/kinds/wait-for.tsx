"use client";
import { whenWords } from "@/components/rules/rule-words";
import { WhenField } from "@/components/rules/when-field";
import { formatDuration } from "@/lib/time/format-duration";
import { DurationRow, useFormContext } from "./form-parts";
import type { FormProps, KindView } from "./kind-view";

function WaitForForm({ config, change }: FormProps<"wait_for">) {
  const context = useFormContext();
  return (
    <>
      <WhenField
        label="Until"
        when={config.when}
        {...context}
        onChange={(when) =>
          change("when", (next) => {
            next.when = when;
          })
        }
      />
      <DurationRow
        label="At most"
        hint="Then people leave through Timed out."
        valueMs={config.timeoutMs}
        minMs={60_000}
        onChange={(ms) =>
          change("timeoutMs", (next) => {
            next.timeoutMs = ms;
          })
        }
      />
    </>
  );
}

export const waitFor: KindView<"wait_for"> = {
  family: "time",
  title: "Wait for",
  icon: () => "waitFor",
  about: "Waits until something happens",
  summary: ({ when, timeoutMs }, { segmentName }) =>
    `${whenWords(when, segmentName)}, up to ${formatDuration(timeoutMs)}`,
  Form: WaitForForm,
};
