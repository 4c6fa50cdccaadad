"use client";
import { useReactFlow, useStore } from "@xyflow/react";
import { Icon, type IconName } from "@/components/ui/icon";
import { Tooltip } from "@/components/ui/tooltip";
import { useBuilder, useBuilderStore } from "./builder-context";
import { endPlace } from "@/lib/journey/edit/insert-step";
import { placeAfter, selectedSteps } from "./step-acts";
import { motionMs } from "./use-reveal";

/** Floats over the lower edge: what one needs without looking for it. */
export function Dock() {
  const store = useBuilderStore();
  const flow = useReactFlow();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const isBuild = useBuilder((state) => state.mode === "build");
  return (
    <div
      role="toolbar"
      aria-label="Canvas"
      className="absolute bottom-4 left-1/2 z-10 flex h-11 -translate-x-1/2 items-center gap-0.5 rounded-float border border-line bg-raised px-1.5 shadow-e2"
    >
      {isBuild && (
        <DockButton
          icon="add"
          label="Add"
          tip="Add a step"
          keys="A"
          onClick={(box) => {
            const last = selectedSteps(store).at(-1);
            const place =
              (last === undefined ? null : placeAfter(store, last, "wait")) ??
              endPlace(store.getState().draft.document);
            if (place)
              store
                .getState()
                .set({ picker: { target: { type: "place", place }, x: box.left + box.width / 2, y: box.top } });
          }}
        />
      )}
      <DockButton
        icon="fit"
        label="Fit"
        tip="Show all steps"
        keys="Shift 1"
        onClick={() => void flow.fitView({ duration: motionMs(), maxZoom: 1, padding: 0.1 })}
      />
      <DockButton
        label={`${zoom}%`}
        tip="Show at 100%"
        keys="Shift 0"
        onClick={() => void flow.zoomTo(1, { duration: motionMs() })}
      />
      <DockButton
        icon="outline"
        label="Outline"
        tip="Show the journey as a list"
        keys="O"
        onClick={() => store.getState().set({ panel: store.getState().panel === "outline" ? null : "outline" })}
      />
    </div>
  );
}

function DockButton({
  icon,
  label,
  tip,
  keys,
  onClick,
}: {
  icon?: IconName;
  label: string;
  tip: string;
  keys: string;
  onClick: (box: DOMRect) => void;
}) {
  return (
    <Tooltip text={tip} keys={keys}>
      <button
        type="button"
        className="flex h-8 min-w-14 items-center justify-center gap-2 rounded-field px-2.5 text-body hover:bg-sunken dark:hover:bg-surface"
        onClick={(event) => onClick(event.currentTarget.getBoundingClientRect())}
      >
        {icon && <Icon name={icon} />}
        {label}
      </button>
    </Tooltip>
  );
}
