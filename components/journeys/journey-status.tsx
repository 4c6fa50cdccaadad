import { Tag, type Tone } from "@/components/ui/tag";

const words: Record<string, { word: string; tone: Tone }> = {
  draft: { word: "Draft", tone: "neutral" },
  in_review: { word: "Waiting for approval", tone: "info" },
  live: { word: "Live", tone: "ok" },
  paused: { word: "Paused", tone: "warn" },
  ended: { word: "Ended", tone: "neutral" },
};

export function JourneyStatus({ status }: { status: string }) {
  const { word, tone } = words[status] ?? { word: status, tone: "neutral" };
  return <Tag tone={tone}>{word}</Tag>;
}
