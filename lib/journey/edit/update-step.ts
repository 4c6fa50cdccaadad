import type { JourneyDocument, Step } from "@/lib/journey/document";
import type { ConfigOf, KindName } from "@/lib/journey/kinds/config";
import type { Command } from "./command";
import { findPath, findStep } from "./journey-draft";
import { portsOf } from "./ports-of";

/** Changes a step's settings. Paths of ports that no longer exist are led from the new ports. `field` groups typing. */
export function updateStepConfig<K extends KindName>(
  stepId: string,
  kind: K,
  field: string,
  change: (config: ConfigOf<K>) => void,
): Command {
  return {
    label: "change settings",
    group: `step:${stepId}:${field}`,
    change: ({ document }) => {
      const step = findStep(document, stepId);
      if (!step || step.kind !== kind) return;
      change(step.config as ConfigOf<K>);
      settlePorts(document, step);
    },
  };
}

/** Puts another variant of the settings in place of the old one, as when a wait changes from a time to a date. */
export function replaceStepConfig<K extends KindName>(stepId: string, kind: K, config: ConfigOf<K>): Command {
  return {
    label: "change settings",
    change: ({ document }) => {
      const step = findStep(document, stepId);
      if (!step || step.kind !== kind) return;
      Object.assign(step, { config });
      settlePorts(document, step);
    },
  };
}

function settlePorts(document: JourneyDocument, step: Step): void {
  const ports = portsOf(step);
  const names = new Set(ports.map((port) => port.name));
  const own = document.paths.filter((path) => path.from === step.id);
  const lost = own.filter((path) => !names.has(path.port));
  const fallback = lost[0]?.to ?? own.at(-1)?.to;
  if (lost.length > 0) document.paths = document.paths.filter((path) => path.from !== step.id || names.has(path.port));
  if (fallback === undefined) return;
  for (const port of ports) {
    if (port.optional || findPath(document, { from: step.id, port: port.name })) continue;
    document.paths.push({ from: step.id, port: port.name, to: fallback });
  }
}

export function renameStep(stepId: string, name: string): Command {
  return {
    label: "rename step",
    group: `step:${stepId}:name`,
    change: ({ document }) => {
      const step = findStep(document, stepId);
      const trimmed = name.trim().slice(0, 120);
      if (step && trimmed !== "") step.name = trimmed;
    },
  };
}

/** Switches steps off (people pass through without anything happening) or on again. */
export function toggleSteps(stepIds: readonly string[]): Command {
  return {
    label: stepIds.length === 1 ? "switch step" : `switch ${stepIds.length} steps`,
    change: ({ document }) => {
      const steps = stepIds
        .map((id) => findStep(document, id))
        .filter((step) => step !== undefined && step.kind !== "entry" && step.kind !== "exit");
      const off = steps.some((step) => step?.off !== true);
      for (const step of steps) {
        if (!step) continue;
        if (off) step.off = true;
        else delete step.off;
      }
    },
  };
}
