"use client";
import { Handle, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { familyColour } from "@/components/ui/family-colour";
import { Icon } from "@/components/ui/icon";
import { join } from "@/components/ui/join";
import type { Step } from "@/lib/journey/document";
import { useBuilder, useBuilderStore, useStep } from "./builder-context";
import { CardShape } from "./card-shape";
import { iconOf, viewOf } from "./kinds";
import { CARD_HEIGHT, CARD_HEIGHT_METRICS } from "./layout";
import { StepMetrics } from "./step-metrics";
import { useStepLabel } from "./use-step-label";
import { useSummary } from "./use-summary";

/** A step on the canvas. It reads its own step only, so that a change elsewhere never draws it again. */
export const StepCard = memo(function StepCard({ id, selected }: NodeProps) {
  const step = useStep(id);
  if (!step) return null;
  return (
    <>
      {step.kind !== "entry" && (
        <Handle type="target" position={Position.Top} isConnectable={false} className="pointer-events-none opacity-0" />
      )}
      <Card step={step} selected={selected} />
      {step.kind !== "exit" && (
        <Handle
          type="source"
          position={Position.Bottom}
          isConnectable={false}
          className="pointer-events-none opacity-0"
        />
      )}
    </>
  );
});

function Card({ step, selected }: { step: Step; selected: boolean }) {
  const store = useBuilderStore();
  const hasTabStop = useBuilder((state) => state.focusedId === step.id);
  const isLive = useBuilder((state) => state.mode === "live");
  const isCarried = useBuilder((state) => state.carry?.what.type === "step" && state.carry.what.stepId === step.id);
  const label = useStepLabel(step);
  const summary = useSummary(step);
  const { family } = viewOf(step.kind);
  return (
    // A group, not a button: a card holds links of its own, which a button may not.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      data-step-id={step.id}
      tabIndex={hasTabStop ? 0 : -1}
      aria-roledescription="step"
      aria-label={label}
      aria-current={selected || undefined}
      className={join(
        "group/card relative h-full w-full cursor-default [contain:layout_style] focus-visible:outline-none",
        isCarried && "opacity-40",
      )}
      onFocus={() => store.getState().focusedId !== step.id && store.getState().set({ focusedId: step.id })}
    >
      <CardShape
        family={family}
        height={isLive ? CARD_HEIGHT_METRICS : CARD_HEIGHT}
        selected={selected}
        off={step.off === true}
      />
      <div
        className={join("relative flex items-start gap-2.5 pr-3 pl-2.5", step.off && "opacity-60")}
        style={{ height: CARD_HEIGHT }}
      >
        <span
          className={join(
            "mt-[9px] grid size-[26px] shrink-0 place-items-center rounded-field",
            family === "exit" && "ml-0.5",
          )}
          style={{ background: familyColour(family) }}
        >
          <Icon name={iconOf(step)} className="text-[white] dark:text-bg" />
        </span>
        <span className="mt-[9px] min-w-0 flex-1">
          <span className="block truncate text-body font-semibold text-ink" title={step.name}>
            {step.name}
          </span>
          <span className="block truncate text-small text-ink-2">{step.off ? "Switched off" : summary}</span>
        </span>
        {family === "people" && (
          <span
            aria-hidden
            className="absolute right-2.5 bottom-[9px] grid size-[18px] place-items-center rounded-full border border-line bg-sunken text-ink-2"
          >
            <Icon name="person" size={12} />
          </span>
        )}
      </div>
      {isLive && <StepMetrics stepId={step.id} kind={step.kind} />}
      <StatusSlot stepId={step.id} />
      {!isLive && <DragDot stepId={step.id} />}
    </div>
  );
}

function StatusSlot({ stepId }: { stepId: string }) {
  const worst = useBuilder((state) => {
    if (state.fresh.has(stepId)) return null;
    const own = state.problems.filter((problem) => problem.stepId === stepId);
    return own.some((problem) => problem.severity === "error")
      ? "error"
      : own.some((problem) => problem.severity === "warning")
        ? "warning"
        : null;
  });
  if (!worst) return null;
  return (
    <span
      aria-hidden
      className={join(
        "absolute -top-2 -right-2 grid size-5 place-items-center rounded-full border",
        worst === "error" ? "border-bad bg-bad text-[white] dark:text-bg" : "border-warn bg-raised text-warn",
      )}
    >
      <Icon name="problem" size={12} />
    </span>
  );
}

/** Shows at the lower edge on hover and focus; the way on is opened from there. */
function DragDot({ stepId }: { stepId: string }) {
  const isExit = useBuilder((state) => state.stepsById.get(stepId)?.kind === "exit");
  if (isExit) return null;
  return (
    <span
      aria-hidden
      className="absolute -bottom-[5px] left-1/2 size-2.5 -translate-x-1/2 rounded-full border-2 border-line-strong bg-raised opacity-0 group-hover/card:opacity-100 group-focus-visible/card:opacity-100"
    />
  );
}
