"use client";
import { ReactFlowProvider } from "@xyflow/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useCommands } from "@/components/shell/use-commands";
import { toastDone } from "@/components/ui/toast";
import type { JourneyDraft } from "@/lib/journey/edit/journey-draft";
import { type Autosave, type Conflict, createAutosave } from "./autosave";
import { BuilderProvider, useBuilder, useBuilderStore } from "./builder-context";
import { type BuilderStore, createBuilderStore } from "./builder-store";
import { BuilderTopBar } from "./builder-top-bar";
import type { BuilderActions, BuilderMode, JourneyFacts, LiveCounts, Vocabulary } from "./builder-types";
import { Canvas } from "./canvas";
import { canvasCommands } from "./canvas-commands";
import { CarriedGhost } from "./carried-ghost";
import { ConflictDialog } from "./conflict-dialog";
import { DeleteBranchDialog } from "./delete-branch-dialog";
import { Dock } from "./dock";
import { FindStep } from "./find-step";
import { Inspector } from "@/components/builder/inspector/inspector";
import { readLocalCopy } from "./local-copy";
import { Minimap } from "./minimap";
import { OutlineView } from "./outline-view";
import { Palette } from "./palette";
import { ProblemsPanel } from "./problems-panel";
import { StepPicker } from "./step-picker";
import { useBuilderKeys } from "./use-builder-keys";
import { useLive } from "./use-live";
import { useValidation } from "./use-validation";

export interface JourneyBuilderProps {
  workspace: string;
  journeyId: string;
  mode: BuilderMode;
  draft: JourneyDraft;
  rev: number;
  facts: JourneyFacts;
  actions: BuilderActions;
  vocabulary: Vocabulary;
  /** Of the first paint; refreshed while Live is open. */
  live?: LiveCounts;
  /** Selected at first. */
  stepId?: string | undefined;
}

/** The journey's canvas with everything around it, in Build or Live. */
export function JourneyBuilder(props: JourneyBuilderProps) {
  const { workspace, journeyId, mode, draft, rev } = props;
  const saver = useRef<Autosave | null>(null);
  const [store] = useState<BuilderStore>(() =>
    createBuilderStore(
      { journeyId, workspace, mode, draft, rev, vocabulary: props.vocabulary, live: props.live, stepId: props.stepId },
      () => performance.now(),
      (patches, next) => saver.current?.note(patches, next),
    ),
  );
  const [conflict, setConflict] = useState<Conflict | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first draft and revision count; later ones are the autosave's own
  useEffect(() => {
    if (mode !== "build") return;
    const autosave = createAutosave({
      url: `/api/app/${workspace}/journeys/${journeyId}/draft`,
      journeyId,
      rev,
      draft,
      onStatus: (save) => store.getState().set({ save }),
      onMerged: (merged) => store.getState().replaceDraft(merged),
      onConflict: setConflict,
    });
    saver.current = autosave;
    const left = readLocalCopy(journeyId);
    if (left && left.rev === rev && JSON.stringify(left.draft) !== JSON.stringify(draft)) {
      autosave.settle(left.draft, draft, rev);
      toastDone(`${left.edits} unsaved ${left.edits === 1 ? "change" : "changes"} restored`);
    }
    return autosave.stop;
  }, [store, workspace, journeyId, mode]);

  return (
    <BuilderProvider value={store}>
      <ReactFlowProvider>
        <Frame {...props} flush={async () => saver.current?.flush() ?? true} onRetry={() => saver.current?.retry()} />
        <ConflictDialog
          conflict={conflict}
          onKeep={(whose) => {
            if (conflict)
              saver.current?.settle(whose === "mine" ? conflict.mine : conflict.theirs, conflict.theirs, conflict.rev);
            setConflict(null);
          }}
        />
      </ReactFlowProvider>
    </BuilderProvider>
  );
}

function Frame({
  facts,
  actions,
  flush,
  onRetry,
}: JourneyBuilderProps & { flush: () => Promise<boolean>; onRetry: () => void }) {
  const panel = useBuilder((state) => state.panel);
  const isBuild = useBuilder((state) => state.mode === "build");
  useBuilderKeys();
  useValidation();
  useLive();
  const store = useBuilderStore();
  useCommands(useMemo(() => canvasCommands(store), [store]));
  return (
    <>
      <BuilderTopBar facts={facts} actions={actions} onRetry={onRetry} flush={flush} />
      <div className="fill-screen relative flex overflow-hidden">
        {isBuild && (
          <div className="flex max-md:hidden">
            <Palette />
          </div>
        )}
        {panel === "problems" && <ProblemsPanel />}
        {panel === "outline" && <OutlineView />}
        <div className="relative min-w-0 flex-1 max-md:hidden">
          <Canvas />
          <Dock />
          <Minimap />
        </div>
        <div className="flex min-w-0 flex-1 md:hidden">
          <OutlineView asPage />
        </div>
        <Inspector />
      </div>
      <StepPicker />
      <FindStep />
      <CarriedGhost />
      <DeleteBranchDialog />
      <Announcer />
    </>
  );
}

function Announcer() {
  const words = useBuilder((state) => state.announcement);
  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  );
}
