"use client";
import Link from "next/link";
import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Switch } from "@/components/ui/switch";
import type { Sankey } from "@/lib/metrics/sankey";
import { FlowChart } from "./flow-chart";
import { FlowTable } from "./flow-table";

interface FlowViewProps {
  flow: Sankey;
  /** The step the picture begins at; null for the start. */
  from: { id: string; name: string } | null;
  stageOf: Readonly<Record<string, string>>;
  subjects: string;
}

/** Flow or table, with small links on demand. */
export function FlowView({ flow, from, stageOf, subjects }: FlowViewProps) {
  const [view, setView] = useState<"flow" | "table">("flow");
  const [showSmall, setShowSmall] = useState(false);
  const small = flow.links.filter((link) => link.isSmall).length;
  if (flow.starters === 0) {
    return (
      <EmptyState icon="flow" title={from ? `Nobody has come to “${from.name}” yet` : "Nobody has started yet"}>
        As soon as somebody enters this journey, the paths they take are drawn here.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <SegmentedControl<"flow" | "table">
          label="View"
          value={view}
          onValueChange={setView}
          segments={[
            { value: "flow", label: "Flow" },
            { value: "table", label: "Table" },
          ]}
        />
        {from && (
          <span className="flex items-center gap-2 text-ink-2">
            From “{from.name}” on{" "}
            <Link className="text-accent-text hover:underline" href="?">
              From the start
            </Link>
          </span>
        )}
        {view === "flow" && small > 0 && (
          <Switch label={`Show ${small} small`} checked={showSmall} onCheckedChange={setShowSmall} />
        )}
      </div>
      {view === "flow" ? (
        <FlowChart flow={flow} stageOf={stageOf} subjects={subjects} showSmall={showSmall} />
      ) : (
        <FlowTable flow={flow} subjects={subjects} />
      )}
    </div>
  );
}
