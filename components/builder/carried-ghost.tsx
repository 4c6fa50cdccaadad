"use client";
import { familyColour } from "@/components/ui/family-colour";
import { Icon } from "@/components/ui/icon";
import { useBuilder } from "./builder-context";
import { iconOf, viewOf } from "./kinds";

/** What follows the pointer during a drag. */
export function CarriedGhost() {
  const carry = useBuilder((state) => state.carry);
  const step = useBuilder((state) =>
    state.carry?.what.type === "step" ? state.stepsById.get(state.carry.what.stepId) : undefined,
  );
  if (!carry?.pointer) return null;
  const shown =
    carry.what.type === "item"
      ? carry.what.item
      : step && { name: step.name, icon: iconOf(step), family: viewOf(step.kind).family };
  if (!shown) return null;
  return (
    <div
      id="carried"
      aria-hidden
      className="pointer-events-none fixed top-0 left-0 z-50 flex h-9 items-center gap-2 rounded-card border border-line bg-raised pr-3 pl-1.5 shadow-e2"
      style={{ transform: `translate(${carry.pointer.x}px, ${carry.pointer.y}px)` }}
    >
      <span
        className="grid size-[26px] place-items-center rounded-field"
        style={{ background: familyColour(shown.family) }}
      >
        <Icon name={shown.icon} className="text-[white] dark:text-bg" />
      </span>
      {shown.name}
    </div>
  );
}
