import type { Command } from "@/components/shell/command-store";
import type { BuilderStore } from "./builder-store";
import { focusStep } from "./focus-step";

const keysOf: readonly (readonly [keys: string, label: string])[] = [
  ["Arrows", "Walk along the journey"],
  ["A", "Add a step after"],
  ["Shift A", "Add a step before"],
  ["M", "Move the step"],
  ["Del", "Delete"],
  ["F2", "Rename"],
  ["D", "Switch a step off or on"],
  ["Ctrl D", "Duplicate"],
  ["Enter", "Open the settings"],
  ["Ctrl Z", "Undo"],
  ["Ctrl Y", "Redo"],
  ["Ctrl F", "Find a step"],
  ["F8", "Next problem"],
  ["O", "Outline"],
  ["Shift 1", "Show all steps"],
  ["Ctrl Enter", "Publish"],
  ["1", "Build"],
  ["4", "Live"],
];
const AFTER_PALETTE_MS = 60;

/** What the canvas does by key, for the keyboard help and, by name, for the command palette. */
export function canvasCommands(store: BuilderStore): Command[] {
  return keysOf.map(([keys, label]) => ({
    id: `canvas ${keys}`,
    group: "Journey canvas",
    keys,
    label,
    run: () => setTimeout(() => press(store, keys), AFTER_PALETTE_MS),
  }));
}

/** The same way in as the key itself, so that a name can never do something else than its key. */
function press(store: BuilderStore, keys: string): void {
  const { focusedId } = store.getState();
  if (focusedId !== null) focusStep(focusedId);
  const parts = keys.split(" ");
  const name = parts.at(-1) ?? "";
  const shiftKey = parts.includes("Shift");
  const ctrlKey = parts.includes("Ctrl");
  const key = name === "Del" ? "Delete" : name.length === 1 && !shiftKey ? name.toLowerCase() : name;
  const code = /^\d$/.test(name) ? `Digit${name}` : "";
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent("keydown", { key, code, shiftKey, ctrlKey, bubbles: true, cancelable: true }),
  );
}
