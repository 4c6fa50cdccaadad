import { familyColour, type StepFamily, stepFamilies } from "@/components/ui/family-colour";
import { stageColour, stageInk } from "@/components/ui/stage-colour";
import type { Timeline, TimelineBar } from "@/lib/metrics/timeline";

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;
const LANE_PX = 26;
const TRACK_PX = 30;
const TOP_PX = 18;
/** Beyond this share of the width the forecast's label stands below its bar. */
const LABEL_FITS_BEFORE = 0.8;
const EVENTS_PX = TOP_PX + TRACK_PX + 26;

function isFamily(family: string): family is StepFamily {
  return (stepFamilies as readonly string[]).includes(family);
}

function Bar({ bar }: { bar: TimelineBar }) {
  const colour = stageColour(bar.id);
  const planned = bar.status === "planned";
  return (
    <div
      className="absolute flex items-center overflow-hidden rounded-tag px-2.5 text-chip font-semibold whitespace-nowrap"
      style={{
        left: percent(bar.left),
        width: `calc(${percent(bar.width)} - 2px)`,
        top: TOP_PX,
        height: TRACK_PX,
        ...(planned
          ? {
              background: `color-mix(in oklab, ${colour} 14%, var(--bg))`,
              border: `1px dashed ${colour}`,
              color: "var(--text)",
            }
          : { background: colour, color: stageInk(bar.id) ?? "var(--text)" }),
      }}
    >
      <span className="truncate">{bar.name}</span>
    </div>
  );
}

/** Stages done and now solid, planned ones tinted and dashed; Today, the forecast exit, and events in lanes below. */
export function StageTrack({ timeline, summary }: { timeline: Timeline; summary: string }) {
  const lanes = timeline.events.reduce((most, event) => Math.max(most, event.lane + 1), 0);
  return (
    <figure
      aria-label={summary}
      role="img"
      className="relative max-md:hidden"
      style={{ height: EVENTS_PX + lanes * LANE_PX + 4 }}
    >
      {timeline.events.map((event) => (
        <span
          key={`line ${event.at} ${event.lane}`}
          className="absolute w-px bg-[var(--grid)]"
          style={{
            left: percent(event.at),
            top: TOP_PX + TRACK_PX,
            height: EVENTS_PX - TOP_PX - TRACK_PX + event.lane * LANE_PX,
          }}
        />
      ))}
      {timeline.bars.map((bar) => (
        <Bar key={bar.id} bar={bar} />
      ))}
      {timeline.overlays.map((overlay) => (
        <div
          key={overlay.id}
          title={overlay.name}
          className="absolute rounded-full border border-dashed"
          style={{
            left: percent(overlay.left),
            width: percent(overlay.width),
            top: TOP_PX - 9,
            height: 6,
            borderColor: stageColour(overlay.id),
            background: `color-mix(in oklab, ${stageColour(overlay.id)} 30%, transparent)`,
          }}
        />
      ))}
      {timeline.overlays.map((overlay) => (
        <span
          key={`name ${overlay.id}`}
          className="absolute text-chip text-ink-2"
          style={{ left: `calc(${percent(overlay.left + overlay.width)} + 6px)`, top: TOP_PX - 15 }}
        >
          {overlay.name}
        </span>
      ))}
      {timeline.forecast && (
        <>
          <div
            className="absolute h-1.5 rounded-full opacity-35"
            style={{
              left: percent(timeline.forecast.left),
              width: percent(timeline.forecast.width),
              top: TOP_PX + TRACK_PX + 5,
              background: "var(--delta-below)",
            }}
          />
          <div
            className="absolute size-2 -translate-x-1/2 rounded-full"
            style={{
              left: percent(timeline.forecast.median),
              top: TOP_PX + TRACK_PX + 4,
              background: "var(--delta-below)",
            }}
          />
          <span
            className="absolute bg-bg px-1 text-chip whitespace-nowrap text-ink-2"
            style={
              timeline.forecast.left + timeline.forecast.width > LABEL_FITS_BEFORE
                ? { right: 0, top: TOP_PX + TRACK_PX + 13 }
                : {
                    left: `calc(${percent(timeline.forecast.left + timeline.forecast.width)} + 6px)`,
                    top: TOP_PX + TRACK_PX,
                  }
            }
          >
            {timeline.forecast.label}
          </span>
        </>
      )}
      {timeline.events.map((event) => (
        <span
          key={`${event.at} ${event.lane}`}
          title={event.title}
          className="absolute flex -translate-y-1/2 items-center gap-1.5 text-chip whitespace-nowrap text-ink-2"
          style={{
            top: EVENTS_PX + event.lane * LANE_PX,
            ...(event.side === "left"
              ? { right: `calc(${percent(1 - event.at)} - 4px)`, flexDirection: "row-reverse" }
              : { left: `calc(${percent(event.at)} - 4px)` }),
          }}
        >
          <span
            className="size-2 shrink-0 rounded-full"
            style={{ background: isFamily(event.family) ? familyColour(event.family) : "var(--delta-flat)" }}
          />
          {event.label !== "" && <span className="bg-bg px-0.5">{event.label}</span>}
        </span>
      ))}
      <div className="absolute bottom-0 w-[1.5px] bg-ink" style={{ left: percent(timeline.today), top: 0 }}>
        <span className="absolute -top-0.5 left-2 bg-bg px-0.5 text-chip font-semibold whitespace-nowrap">Today</span>
      </div>
    </figure>
  );
}
