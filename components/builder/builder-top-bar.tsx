"use client";
import { useRouter } from "next/navigation";
import { JourneyModes } from "@/components/journeys/journey-modes";
import { TopBar } from "@/components/shell/top-bar";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Tag, type Tone } from "@/components/ui/tag";
import { Tooltip } from "@/components/ui/tooltip";
import { toastDone, toastFailed } from "@/components/ui/toast";
import { renameJourney } from "@/lib/journey/edit/journey-settings";
import { useBuilder, useBuilderStore } from "./builder-context";
import type { BuilderActions, JourneyFacts } from "./builder-types";
import { EditableTitle } from "@/components/builder/inspector/editable-title";
import { PublishDialog } from "./publish-dialog";
import { SaveIndicator } from "./save-indicator";

interface BuilderTopBarProps {
  facts: JourneyFacts;
  actions: BuilderActions;
  onRetry: () => void;
  flush: () => Promise<boolean>;
}

const statusTags: Record<JourneyFacts["status"], readonly [Tone, string]> = {
  draft: ["neutral", "Draft"],
  in_review: ["info", "Waiting"],
  approved: ["info", "Approved"],
  live: ["ok", "Live"],
  paused: ["warn", "Paused"],
  ended: ["neutral", "Ended"],
};

export function BuilderTopBar({ facts, actions, onRetry, flush }: BuilderTopBarProps) {
  const store = useBuilderStore();
  const router = useRouter();
  const name = useBuilder((state) => state.draft.document.name);
  const mode = useBuilder((state) => state.mode);
  const workspace = useBuilder((state) => state.workspace);
  const journeyId = useBuilder((state) => state.journeyId);
  const isBuild = mode === "build";
  const [tone, word] = statusTags[facts.status];
  return (
    <TopBar
      crumbs={[{ label: "Journeys", href: `/${workspace}/journeys` }]}
      title={
        <EditableTitle
          label="Name of the journey"
          value={name}
          disabled={!isBuild}
          onChange={(next) => store.getState().run(renameJourney(next))}
        />
      }
      tags={
        isBuild ? (
          <>
            <span className="max-xl:hidden">
              <Tag>v{facts.nextVersion} draft</Tag>
            </span>
            {facts.status !== "draft" && <Tag tone={tone}>{word}</Tag>}
            <SaveIndicator onRetry={onRetry} />
          </>
        ) : (
          <Tag tone={tone}>{word}</Tag>
        )
      }
      centre={<JourneyModes ws={workspace} journeyId={journeyId} current={mode} canEdit={facts.canEdit} />}
      right={
        isBuild ? (
          <>
            <UndoButtons />
            <ProblemsButton />
            {facts.canPublish && (
              <PublishDialog facts={facts} actions={actions} flush={flush} onDone={() => router.refresh()} />
            )}
          </>
        ) : (
          <RunButtons facts={facts} actions={actions} />
        )
      }
    />
  );
}

function UndoButtons() {
  const store = useBuilderStore();
  const last = useBuilder((state) => state.history.past.at(-1)?.label ?? null);
  const next = useBuilder((state) => state.history.future.at(-1)?.label ?? null);
  return (
    <span className="flex gap-1">
      <IconButton
        icon="undo"
        label={last === null ? "Nothing to undo" : `Undo ${last}`}
        keys="Ctrl Z"
        side="bottom"
        disabled={last === null}
        onClick={() => store.getState().undo()}
      />
      <IconButton
        icon="redo"
        label={next === null ? "Nothing to redo" : `Redo ${next}`}
        keys="Ctrl Y"
        side="bottom"
        disabled={next === null}
        onClick={() => store.getState().redo()}
      />
    </span>
  );
}

function ProblemsButton() {
  const store = useBuilderStore();
  const errors = useBuilder((state) => state.problems.filter((problem) => problem.severity === "error").length);
  const warnings = useBuilder((state) => state.problems.filter((problem) => problem.severity === "warning").length);
  const isOpen = useBuilder((state) => state.panel === "problems");
  const words =
    errors > 0
      ? `${errors} ${errors === 1 ? "problem" : "problems"}`
      : warnings > 0
        ? `${warnings} ${warnings === 1 ? "warning" : "warnings"}`
        : "No problems";
  return (
    <Tooltip text="What stands in the way" keys="F8" side="bottom">
      <Button
        className="min-w-[116px]"
        aria-expanded={isOpen}
        onClick={() => store.getState().set({ panel: isOpen ? null : "problems" })}
      >
        <Icon
          name={errors + warnings > 0 ? "problem" : "ok"}
          className={errors > 0 ? "text-bad" : warnings > 0 ? "text-warn" : "text-ok"}
        />
        {words}
      </Button>
    </Tooltip>
  );
}

function RunButtons({ facts, actions }: Pick<BuilderTopBarProps, "facts" | "actions">) {
  const store = useBuilderStore();
  const router = useRouter();
  const waiting = useBuilder((state) =>
    Object.values(state.live?.steps ?? {}).reduce((sum, step) => sum + step.waiting, 0),
  );
  const { setStatus } = actions;
  if (!facts.canEdit || !setStatus) return null;
  const change = async (to: "paused" | "live", done: string) => {
    const { workspace, journeyId } = store.getState();
    const answer = await setStatus(workspace, { journeyId, to });
    if (!answer.ok) return toastFailed(answer.error.message);
    toastDone(done);
    router.refresh();
  };
  if (facts.status === "live") {
    return (
      <AlertDialog
        title="Pause this journey?"
        description={`${waiting.toLocaleString("en")} keep their place. Nothing new starts, what falls due is held, timers run on.`}
        action="Pause journey"
        onAction={() => change("paused", "Paused")}
        trigger={<Button icon="pause">Pause</Button>}
      />
    );
  }
  if (facts.status === "paused") {
    return (
      <Button icon="play" onClick={() => void change("live", "Running again")}>
        Resume
      </Button>
    );
  }
  return null;
}
