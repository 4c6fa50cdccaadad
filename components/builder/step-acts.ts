import { copySteps, duplicateSteps, parseSteps, pasteSteps } from "@/lib/journey/edit/clipboard";
import { deleteSteps, waysOf } from "@/lib/journey/edit/delete-steps";
import {
  addLooseStep,
  canInsert,
  canInsertBefore,
  endPlace,
  insertStep,
  insertStepBefore,
} from "@/lib/journey/edit/insert-step";
import { findPath, type Place } from "@/lib/journey/edit/journey-draft";
import { canMove, moveStep } from "@/lib/journey/edit/move-step";
import { placeOf } from "@/lib/journey/edit/path-key";
import { portsOf } from "@/lib/journey/edit/ports-of";
import { toggleSteps } from "@/lib/journey/edit/update-step";
import type { BuilderStore, Carried, Target } from "./builder-store";
import { focusStep } from "./focus-step";
import { newId } from "./new-id";
import { type PaletteItem, stepFrom } from "./palette-items";

/** Every way of adding and arranging ends here: pointer, press, picker and key do the same thing. */

export function selectedSteps(store: BuilderStore): readonly string[] {
  const { selection } = store.getState();
  return selection.type === "steps" ? selection.ids : [];
}

/** After menus and dialogs have given the focus back. */
function focusSoon(stepId: string): void {
  setTimeout(() => focusStep(stepId), 30);
}

/** Where something added "after" this step goes: the first way on that takes it. */
export function placeAfter(store: BuilderStore, stepId: string, kind: PaletteItem["kind"]): Place | null {
  const { draft } = store.getState();
  const step = draft.document.steps.find((one) => one.id === stepId);
  const places = step ? portsOf(step).map((port) => ({ from: stepId, port: port.name })) : [];
  const open = places.find((place) => !findPath(draft.document, place) && canInsert(draft.document, kind, place));
  return places.find((place) => canInsert(draft.document, kind, place)) ?? open ?? null;
}

export function fits(store: BuilderStore, what: Carried, place: Place): boolean {
  const { document } = store.getState().draft;
  return what.type === "item" ? canInsert(document, what.item.kind, place) : canMove(document, what.stepId, place);
}

export function insertItem(store: BuilderStore, target: Target, item: PaletteItem): boolean {
  const { draft, run, select, fresh, set, stepsById, say } = store.getState();
  const step = stepFrom(item, newId(item.id), draft.document.states[0]?.id ?? "");
  const done = run(target.type === "place" ? insertStep(target.place, step) : insertStepBefore(target.stepId, step));
  if (!done) return false;
  set({ fresh: new Set([...fresh, step.id]), picker: null, carry: null });
  select({ type: "steps", ids: [step.id] });
  focusSoon(step.id);
  const neighbour = stepsById.get(target.type === "place" ? target.place.from : target.stepId)?.name ?? "";
  say(`Inserted ${step.name} ${target.type === "place" ? "after" : "before"} ${neighbour}`);
  return true;
}

/** A press on a palette item: after the selected step, else into the selected path, else every target lights up. */
export function placeItem(store: BuilderStore, item: PaletteItem): void {
  const { selection, set, say } = store.getState();
  if (selection.type === "path") {
    const place = placeOf(selection.key);
    if (
      canInsert(store.getState().draft.document, item.kind, place) &&
      insertItem(store, { type: "place", place }, item)
    )
      return;
  }
  const last = selectedSteps(store).at(-1);
  const place = last === undefined ? null : placeAfter(store, last, item.kind);
  if (place && insertItem(store, { type: "place", place }, item)) return;
  if (last !== undefined && item.kind === "exit") return say("An exit can only stand at an open end.");
  set({ carry: { what: { type: "item", item }, pointer: null, near: null } });
  say(`Choose where ${item.name} goes. Escape cancels.`);
}

export function appendItem(store: BuilderStore, item: PaletteItem): void {
  const { draft, run, select, fresh, set, say } = store.getState();
  const place = endPlace(draft.document);
  if (place && canInsert(draft.document, item.kind, place) && insertItem(store, { type: "place", place }, item)) return;
  if (draft.document.steps.length > 0) return say(`${item.name} has no open end to go to.`);
  const step = stepFrom(item, newId(item.id), draft.document.states[0]?.id ?? "");
  if (!run(addLooseStep(step))) return;
  set({ fresh: new Set([...fresh, step.id]) });
  select({ type: "steps", ids: [step.id] });
}

export function drop(store: BuilderStore, place: Place): void {
  const { carry, run, set, select, say, stepsById } = store.getState();
  if (!carry) return;
  if (carry.what.type === "item") insertItem(store, { type: "place", place }, carry.what.item);
  else {
    const { stepId } = carry.what;
    if (run(moveStep(stepId, place))) {
      select({ type: "steps", ids: [stepId] });
      focusSoon(stepId);
      say(`Moved ${stepsById.get(stepId)?.name ?? "step"}`);
    }
  }
  set({ carry: null });
}

/** Deletes, asking only where a step has several ways on. */
export function removeSteps(store: BuilderStore, stepIds: readonly string[]): void {
  const { draft, run, set, say, stepsById, select } = store.getState();
  const ids = stepIds.filter((id) => stepsById.get(id)?.kind !== "entry");
  if (ids.length === 0) return stepIds.length > 0 ? say("The entry stays: a journey needs one.") : undefined;
  const [only] = ids;
  if (ids.length === 1 && only !== undefined && waysOf(draft.document, only).length > 1)
    return set({ deleting: { stepIds: ids, branchId: only } });
  const before = draft.document.paths.find((path) => path.to === only)?.from;
  if (run(deleteSteps(ids))) {
    say(`Deleted ${ids.length === 1 ? (stepsById.get(only ?? "")?.name ?? "step") : `${ids.length} steps`}`);
    if (before !== undefined && store.getState().stepsById.has(before)) {
      select({ type: "steps", ids: [before] });
      focusSoon(before);
    }
  }
}

export function removeBranch(store: BuilderStore, branchId: string, keep: string | null): void {
  const { run, set, say, stepsById } = store.getState();
  set({ deleting: null });
  const before = store.getState().draft.document.paths.find((path) => path.to === branchId)?.from;
  if (!run(deleteSteps([branchId], { [branchId]: keep }))) return;
  if (before !== undefined) focusSoon(before);
  say(`Deleted ${stepsById.get(branchId)?.name ?? "step"}`);
}

export function duplicate(store: BuilderStore): void {
  const { draft, run } = store.getState();
  const made: string[] = [];
  const command = duplicateSteps(
    draft.document,
    selectedSteps(store),
    (old) => made[made.push(newId(old.split("-")[0] ?? "step")) - 1] ?? old,
  );
  if (command && run(command)) afterPaste(store, made, "Duplicated");
}

export function toggle(store: BuilderStore): void {
  store.getState().run(toggleSteps(selectedSteps(store)));
}

/** The chosen steps as clipboard text, or null. */
export function copyText(store: BuilderStore): string | null {
  const clip = copySteps(store.getState().draft.document, selectedSteps(store));
  if (clip) store.getState().say(`Copied ${clip.steps.length} ${clip.steps.length === 1 ? "step" : "steps"}`);
  return clip ? JSON.stringify(clip) : null;
}

export function paste(store: BuilderStore, text: string): boolean {
  const clip = parseSteps(text);
  if (!clip) return false;
  const { selection, draft, run } = store.getState();
  const made: string[] = [];
  const first = clip.steps[0];
  const last = selectedSteps(store).at(-1);
  const place =
    selection.type === "path"
      ? placeOf(selection.key)
      : last !== undefined && first
        ? placeAfter(store, last, first.kind)
        : null;
  const state = draft.document.states[0]?.id ?? "";
  const done = run(
    pasteSteps(clip, (old) => made[made.push(newId(old.split("-")[0] ?? "step")) - 1] ?? old, place, state),
  );
  if (done) afterPaste(store, made, "Pasted");
  return done;
}

function afterPaste(store: BuilderStore, made: readonly string[], word: string): void {
  const { select, say } = store.getState();
  select({ type: "steps", ids: made });
  if (made[0] !== undefined) focusSoon(made[0]);
  say(`${word} ${made.length} ${made.length === 1 ? "step" : "steps"}`);
}

export function canAddBefore(store: BuilderStore, stepId: string): boolean {
  return canInsertBefore(store.getState().draft.document, "wait", stepId);
}
