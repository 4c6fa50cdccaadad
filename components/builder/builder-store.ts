import { createStore } from "zustand/vanilla";
import type { Step } from "@/lib/journey/document";
import { type Command, type Edit, runCommand } from "@/lib/journey/edit/command";
import { emptyHistory, type History, redo, remember, undo } from "@/lib/journey/edit/history";
import type { JourneyDraft, Place } from "@/lib/journey/edit/journey-draft";
import type { BuilderMode, LiveCounts, Problem, SaveStatus, Vocabulary } from "./builder-types";
import { CARD_HEIGHT, CARD_HEIGHT_METRICS, layoutJourney, type Placed } from "./layout";
import type { PaletteItem } from "./palette-items";

export type Selection =
  | { type: "none" }
  | { type: "steps"; ids: readonly string[] }
  | { type: "path"; key: string }
  | { type: "state"; id: string };

/** Where a new step may go: into a port's path, or before a step. */
export type Target = { type: "place"; place: Place } | { type: "before"; stepId: string };
export interface Picker {
  target: Target;
  /** Screen position of its anchor, px. */
  x: number;
  y: number;
}
/** What is being placed: a new step of the palette, or a card on the move. */
export type Carried = { type: "item"; item: PaletteItem } | { type: "step"; stepId: string };
export interface Carry {
  what: Carried;
  /** Pointer drags follow the pointer; without one, the next press on a target places it. */
  pointer: { x: number; y: number } | null;
  near: string | null;
}

export interface BuilderState {
  journeyId: string;
  workspace: string;
  mode: BuilderMode;
  draft: JourneyDraft;
  stepsById: ReadonlyMap<string, Step>;
  placed: Placed;
  /** Grows when cards move to other places, so that the canvas animates. */
  layoutTick: number;
  history: History;
  selection: Selection;
  /** The step that holds the canvas' one tab stop. */
  focusedId: string | null;
  problems: readonly Problem[];
  /** Steps made here whose inspector was not left yet: no badge so far. */
  fresh: ReadonlySet<string>;
  picker: Picker | null;
  carry: Carry | null;
  panel: "problems" | "outline" | null;
  /** Steps whose deletion asks which way to keep. */
  deleting: { stepIds: readonly string[]; branchId: string } | null;
  renamingId: string | null;
  /** The search for a step is open. */
  finding: boolean;
  /** What publishing does is shown. */
  publishing: boolean;
  save: SaveStatus;
  live: LiveCounts | null;
  vocabulary: Vocabulary;
  announcement: string;
  inspectorFocus: { field: string | null; tick: number };

  run(command: Command): boolean;
  undo(): void;
  redo(): void;
  select(selection: Selection): void;
  replaceDraft(draft: JourneyDraft): void;
  set(part: Partial<BuilderState>): void;
  say(words: string): void;
}

export interface BuilderStart {
  journeyId: string;
  workspace: string;
  mode: BuilderMode;
  draft: JourneyDraft;
  rev: number;
  vocabulary: Vocabulary;
  live?: LiveCounts | undefined;
  /** The step selected at first, where the address names one. */
  stepId?: string | undefined;
}

export type BuilderStore = ReturnType<typeof createBuilderStore>;
/** Told about every edit, so that it can be saved. */
export type EditListener = (patches: Edit["patches"], draft: JourneyDraft) => void;

export function createBuilderStore(start: BuilderStart, nowMs: () => number, onEdit: EditListener) {
  const cardHeight = start.mode === "live" ? CARD_HEIGHT_METRICS : CARD_HEIGHT;
  let shape = shapeOf(start.draft);
  const first = start.draft.document.steps.find((step) => step.id === start.stepId)?.id;

  return createStore<BuilderState>((set, get) => {
    const show = (draft: JourneyDraft): Partial<BuilderState> => {
      const next = shapeOf(draft);
      const part: Partial<BuilderState> = { draft };
      if (draft.document.steps !== get().draft.document.steps) part.stepsById = byId(draft.document.steps);
      if (next !== shape) {
        shape = next;
        part.placed = layoutJourney(draft.document, draft.layout, cardHeight);
        part.layoutTick = get().layoutTick + 1;
      }
      const ids = part.stepsById;
      if (ids) {
        const { selection, focusedId } = get();
        if (selection.type === "steps") {
          const left = selection.ids.filter((id) => ids.has(id));
          if (left.length < selection.ids.length)
            part.selection = left.length > 0 ? { type: "steps", ids: left } : { type: "none" };
        }
        if (focusedId !== null && !ids.has(focusedId)) part.focusedId = draft.document.steps[0]?.id ?? null;
      }
      if (
        get().selection.type === "state" &&
        !draft.document.states.some(
          (state) => get().selection.type === "state" && state.id === (get().selection as { id: string }).id,
        )
      )
        part.selection = { type: "none" };
      return part;
    };

    return {
      journeyId: start.journeyId,
      workspace: start.workspace,
      mode: start.mode,
      draft: start.draft,
      stepsById: byId(start.draft.document.steps),
      placed: layoutJourney(start.draft.document, start.draft.layout, cardHeight),
      layoutTick: 0,
      history: emptyHistory,
      selection: first === undefined ? { type: "none" } : { type: "steps", ids: [first] },
      focusedId: first ?? start.draft.document.steps[0]?.id ?? null,
      problems: [],
      fresh: new Set(),
      picker: null,
      carry: null,
      panel: null,
      deleting: null,
      renamingId: null,
      finding: false,
      publishing: false,
      save: { type: "saved", atMs: null },
      live: start.live ?? null,
      vocabulary: start.vocabulary,
      announcement: "",
      inspectorFocus: { field: null, tick: 0 },

      run(command) {
        const { draft, history, mode } = get();
        if (mode !== "build") return false;
        const run = runCommand(draft, command);
        if (!run.edit) return false;
        set({ ...show(run.draft), history: remember(history, run.edit, nowMs()) });
        onEdit(run.edit.patches, run.draft);
        return true;
      },
      undo() {
        const back = undo(get().history, get().draft);
        if (!back) return;
        set({ ...show(back.draft), history: back.history, announcement: `Undid ${back.edit.label}` });
        onEdit(back.edit.inverse, back.draft);
      },
      redo() {
        const again = redo(get().history, get().draft);
        if (!again) return;
        set({ ...show(again.draft), history: again.history, announcement: `Redid ${again.edit.label}` });
        onEdit(again.edit.patches, again.draft);
      },
      select(selection) {
        const before = get().selection;
        const part: Partial<BuilderState> = { selection };
        const left = before.type === "steps" ? before.ids : [];
        const kept = selection.type === "steps" ? selection.ids : [];
        const seen = left.filter((id) => !kept.includes(id) && get().fresh.has(id));
        if (seen.length > 0) part.fresh = new Set([...get().fresh].filter((id) => !seen.includes(id)));
        if (selection.type === "steps" && selection.ids[0] !== undefined) part.focusedId = selection.ids.at(-1) ?? null;
        set(part);
      },
      replaceDraft(draft) {
        set({ ...show(draft), history: emptyHistory });
      },
      set,
      say(words) {
        set({ announcement: words });
      },
    };
  });
}

const byId = (steps: readonly Step[]): ReadonlyMap<string, Step> => new Map(steps.map((step) => [step.id, step]));

/** What the layout depends on; a change of settings alone keeps every card in place. */
function shapeOf({ document, layout }: JourneyDraft): string {
  const steps = document.steps.map(
    (step) =>
      `${step.id}/${step.state}/${step.kind === "branch" ? step.config.cases.map((one) => one.id).join("+") : step.kind === "message" ? `${step.config.windowMs > 0}${step.config.splitOpened}` : step.kind}`,
  );
  return [
    document.states.map((state) => state.id).join(),
    steps.join(),
    document.paths.map((path) => `${path.from}:${path.port}>${path.to}`).join(),
    JSON.stringify(layout.offsets),
  ].join("|");
}
