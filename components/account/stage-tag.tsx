import { stageColour } from "@/components/ui/stage-colour";
import { Tag } from "@/components/ui/tag";
import { overlays, stageOf } from "@/lib/journey/stages";

const overlayName = (id: string): string => overlays.find((overlay) => overlay.id === id)?.name ?? id;

/** "Growth", and the overlay beside it. */
export function StageTag({ stage, beside = [] }: { stage: string | null; beside?: readonly string[] }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {stage === null ? (
        <span className="text-ink-3">No stage</span>
      ) : (
        <Tag dot={stageColour(stage)}>{stageOf(stage)?.name ?? stage}</Tag>
      )}
      {beside.map((overlay) => (
        <Tag key={overlay} dot={stageColour(overlay)}>
          {overlayName(overlay)}
        </Tag>
      ))}
    </span>
  );
}
