import { type JourneyDocument, STATES_MAX, type State } from "@/lib/journey/document";
import type { Command } from "./command";
import { findStep } from "./journey-draft";
import { reachableFrom } from "./reach";

const DAY_MS = 86_400_000;

export function newState(id: string, name: string): State {
  return { id, name, entryCriteria: [], exitCriteria: [], objectives: [], reactions: [] };
}

/** Starts a new state at a step: it and everything after it in the same state move into the new band. */
export function splitState(stepId: string, id: string, name: string): Command {
  return {
    label: `add state ${name}`,
    change: ({ document }) => {
      const step = findStep(document, stepId);
      const index = document.states.findIndex((state) => state.id === step?.state);
      const old = document.states[index];
      if (!step || !old || document.states.length >= STATES_MAX) return;
      const after = reachableFrom(document, [stepId]);
      const moving = new Set(
        document.steps
          .filter((one) => one.state === old.id && (one.id === stepId || after.has(one.id)))
          .map((one) => one.id),
      );
      document.states.splice(index + 1, 0, newState(id, name));
      for (const one of document.steps) if (moving.has(one.id)) one.state = id;
    },
  };
}

export function addState(afterId: string | null, id: string, name: string): Command {
  return {
    label: `add state ${name}`,
    change: ({ document }) => {
      if (document.states.length >= STATES_MAX) return;
      const index =
        afterId === null ? document.states.length - 1 : document.states.findIndex((state) => state.id === afterId);
      document.states.splice(index + 1, 0, newState(id, name));
    },
  };
}

/** Changes a state's name, stage, criteria or timeout. `field` groups typing. */
export function updateState(stateId: string, field: string, change: (state: State) => void): Command {
  return {
    label: "change state",
    group: `state:${stateId}:${field}`,
    change: ({ document }) => {
      const state = document.states.find((one) => one.id === stateId);
      if (state) change(state);
    },
  };
}

export function renameState(stateId: string, name: string): Command {
  return {
    ...updateState(stateId, "name", (state) => {
      const trimmed = name.trim().slice(0, 120);
      if (trimmed !== "") state.name = trimmed;
    }),
    label: "rename state",
  };
}

/** Takes a state away; its steps join the state before it, or the one after when it is the first. The last one stays. */
export function removeState(stateId: string): Command {
  return {
    label: "remove state",
    change: ({ document }) => {
      const index = document.states.findIndex((state) => state.id === stateId);
      const heir = document.states[index - 1] ?? document.states[index + 1];
      if (index < 0 || !heir) return;
      document.states.splice(index, 1);
      for (const step of document.steps) if (step.state === stateId) step.state = heir.id;
    },
  };
}

/** Moves steps into another state. */
export function assignState(stepIds: readonly string[], stateId: string): Command {
  return {
    label: "move to another state",
    change: ({ document }) => {
      if (!document.states.some((state) => state.id === stateId)) return;
      for (const step of document.steps) if (stepIds.includes(step.id)) step.state = stateId;
    },
  };
}

export const TIMEOUT_DEFAULT_MS = 30 * DAY_MS;

/** The step a new timeout or criterion leads to: the first exit, else the last step. */
export function defaultTarget(document: JourneyDocument): string | undefined {
  return (document.steps.find((step) => step.kind === "exit") ?? document.steps.at(-1))?.id;
}
