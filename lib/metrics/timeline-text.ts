import type { TrackStage } from "@/lib/metrics/journey-report";

const boxes = { done: "[✓]", now: "[→]", planned: "[ ]" } as const;
const CONNECTOR = 10;

/** The stage track in plain text: names joined by lines with a dot before the stage the account is in, the planned day
 * and a box under each, and a line for overlays. */
export function timelineText(
  stages: readonly TrackStage[],
  overlays: readonly { name: string; day: number }[],
): string {
  const lines = ["", "", ""];
  stages.forEach((stage, place) => {
    const last = stages[place - 1];
    if (last) lines[0] += ` ${stage.status === "now" ? "─────●─────" : "─".repeat(CONNECTOR)} `;
    const column = lines[0]?.length ?? 0;
    const first = place === 0 && stage.status === "now" ? "● " : "";
    lines[0] += `${first}${stage.name}`;
    const day = place === stages.length - 1 ? `Day ${stage.startDay}+` : `Day ${Math.max(1, stage.startDay)}`;
    lines[1] = `${lines[1]?.padEnd(column + first.length)}${day}`;
    lines[2] = `${lines[2]?.padEnd(column + first.length)}${boxes[stage.status]}`;
  });
  const beside = overlays.map(
    (overlay) => `${overlay.name}, day ${overlay.day < 0 ? `−${-overlay.day}` : overlay.day}`,
  );
  return [...lines, ...(beside.length > 0 ? [`Beside: ${beside.join("; ")}`] : [])].join("\n");
}
