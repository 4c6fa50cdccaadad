import { formatDay } from "@/lib/metrics/format-day";
import type { JourneyReport, Trend } from "@/lib/metrics/journey-report";
import type { ComparisonRow } from "@/lib/metrics/report-comparison";
import type { Advice } from "@/lib/metrics/report-recommendations";
import { timelineText } from "@/lib/metrics/timeline-text";

const NONE = "Not enough data";
const arrows = { up: "↑", down: "↓", flat: "→" } as const;
const marks = { met: "✓", moving: "→", missing: "✗" } as const;

/** The report as Markdown, in the order and with the headings of the customer journey report. */
export function journeyReportMarkdown(report: JourneyReport): string {
  const stage = report.stageName ?? "No stage yet";
  return [
    "## Customer Journey Report",
    "",
    `**Account**: ${inline(report.account.name)}`,
    `**Current Stage**: ${stage}`,
    `**Days in Stage**: ${report.daysInStage === null ? NONE : `${report.daysInStage} days`}`,
    `**Journey Health**: ${score(report.journeyHealth)}`,
    "",
    "### Journey Timeline",
    "",
    "```",
    timelineText(report.track.stages, report.track.overlays),
    "```",
    "",
    `### Current Stage: ${stage}`,
    "",
    `**Entry Date**: ${report.account.stageEnteredAtMs === null ? NONE : formatDay(report.account.stageEnteredAtMs)}`,
    `**Expected Duration**: ${report.expectedDays === null ? "No planned end" : `${report.expectedDays} days`}`,
    `**Progress**: ${report.gate.progressPercent === null ? NONE : `${report.gate.progressPercent}% complete`}`,
    "",
    "**Stage Objectives**",
    table(
      ["Objective", "Target", "Current", "Status"],
      report.gate.objectives.map((row) => [row.name, row.target, row.current, marks[row.status]]),
    ),
    "",
    "**Exit Criteria Checklist**",
    list(
      report.gate.criteria.map(
        (row) =>
          `- [${row.state === "met" || row.state === "waived" ? "x" : " "}] ${inline(row.name)}${row.state === "waived" ? " (waived)" : ""}`,
      ),
      "This stage has no exit criteria.",
    ),
    "",
    "### Recent Journey Events",
    "",
    table(
      ["Date", "Event", "Impact", "Action Taken"],
      report.events.map((row) => [formatDay(row.atMs), row.label, row.impact, row.action ?? "None"]),
    ),
    "",
    "### Triggered Actions",
    "",
    "**Completed This Week**",
    table(
      ["Action", "Channel", "Date", "Response"],
      report.completed.map((row) => [row.name, row.channel, formatDay(row.atMs), row.response]),
    ),
    "",
    "**Upcoming Actions**",
    table(
      ["Action", "Channel", "Scheduled", "Owner"],
      report.upcoming.map((row) => [row.name, row.channel, formatDay(row.dueAtMs), row.owner]),
    ),
    "",
    "### Stage Progression Forecast",
    "",
    table(
      ["Stage", "Target Entry", "Confidence", "Blockers"],
      report.forecast.map((row) => [
        row.name,
        row.entry
          ? `${formatDay(row.entry.medianMs)} (80%: ${formatDay(row.entry.lowMs)} to ${formatDay(row.entry.highMs)})`
          : NONE,
        row.entry?.confidence ?? "–",
        row.blockers.join(", ") || "None",
      ]),
    ),
    "",
    "### Journey Health Breakdown",
    "",
    table(
      ["Factor", "Score", "Trend", "Notes"],
      report.factors.map((row) => [row.name, score(row.score), trend(row.trend), row.note]),
    ),
    "",
    "### Personalization Factors",
    "",
    `**Applied Segments**: ${report.personalization.segments.map(inline).join(", ") || "None"}`,
    `**Journey Variant**: ${inline(report.personalization.variant ?? "Base")}`,
    "**Custom Triggers Active**:",
    list(
      report.personalization.triggers.map((one) => `- ${inline(one)}`),
      "- None",
    ),
    "",
    "### Recommendations",
    "",
    "**Stage Acceleration**",
    numbered(report.recommendations.acceleration),
    "",
    "**Risk Mitigation**",
    numbered(report.recommendations.mitigation),
    "",
    "**Optimization Opportunities**",
    numbered(report.recommendations.optimization),
    "",
    "### Journey Comparison",
    "",
    table(
      ["Metric", "This Account", "Stage Avg", "Top Performers"],
      report.comparison.rows.map((row) => [
        row.name,
        number(row, row.own),
        number(row, row.average),
        number(row, row.top),
      ]),
    ),
    "",
  ].join("\n");
}

const score = (value: number | null): string => (value === null ? NONE : `${Math.round(value)}/100`);
const trend = (value: Trend): string => (value === null ? "–" : arrows[value]);

function number({ unit }: ComparisonRow, value: number | null): string {
  if (value === null) return NONE;
  const rounded = Math.round(value);
  return unit === "days" ? `${rounded} days` : unit === "%" ? `${rounded}%` : String(rounded);
}

/** Text from outside must not break out of its line or cell. */
function inline(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|#]/g, (mark) => `\\${mark}`)
    .trim();
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const body =
    rows.length === 0 ? [line(["None", ...heads.slice(1).map(() => "–")])] : rows.map((row) => line(row.map(inline)));
  return [line(heads), `|${heads.map((head) => "-".repeat(head.length + 2)).join("|")}|`, ...body].join("\n");
}

function list(lines: readonly string[], none: string): string {
  return lines.length === 0 ? none : lines.join("\n");
}

function numbered(advice: readonly Advice[]): string {
  return list(
    advice.map((one, place) => `${place + 1}. ${inline(one.text)} (${inline(one.source)})`),
    "None: no rule asks for one now.",
  );
}
