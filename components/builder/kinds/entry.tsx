"use client";
import { EntryFields } from "@/components/builder/inspector/entry-fields";
import { formatDuration } from "@/lib/time/format-duration";
import type { JourneyDocument } from "@/lib/journey/document";
import type { KindView, SummaryContext } from "./kind-view";

export function triggerWords(
  { trigger }: JourneyDocument["entry"],
  { segmentName }: Pick<SummaryContext, "segmentName">,
): string {
  switch (trigger.type) {
    case "event":
      return `Event: ${trigger.event}`;
    case "segment":
      return `${trigger.on === "entered" ? "Enters" : "Leaves"} ${segmentName(trigger.segmentId)}`;
    case "date":
      return trigger.offsetMs === 0
        ? `On ${trigger.trait}`
        : `${formatDuration(Math.abs(trigger.offsetMs))} ${trigger.offsetMs < 0 ? "before" : "after"} ${trigger.trait}`;
    case "schedule":
      return `Schedule: ${trigger.cron}`;
    case "manual":
      return "By hand or API";
    case "handoff":
      return "From another journey";
  }
}

export const entry: KindView<"entry"> = {
  family: "entry",
  title: "Entry",
  icon: () => "entry",
  about: "Where people come in",
  summary: (_config, context) => triggerWords(context.document.entry, context),
  Form: () => <EntryFields />,
};
