import { join } from "@/components/ui/join";
import type { StepFamily } from "@/components/ui/family-colour";
import { CARD_WIDTH } from "./layout";

const CUT = 10;

const corners = {
  entry: "rounded-l-[26px] rounded-r-card",
  reach: "rounded-card",
  people: "rounded-card",
  time: "rounded-[26px]",
  data: "rounded-card border-l-2 border-l-line-strong [border-left-style:dashed]",
  exit: "rounded-full",
} as const;

interface CardShapeProps {
  family: StepFamily;
  /** Height of the card, px. */
  height: number;
  selected: boolean;
  off: boolean;
}

/** The silhouette repeats the family, so that it can be told without colour. */
export function CardShape({ family, height, selected, off }: CardShapeProps) {
  if (family === "decide" || family === "goal")
    return <DrawnShape family={family} height={height} selected={selected} off={off} />;
  return (
    <>
      <span
        aria-hidden
        className={join(
          "absolute inset-0 border bg-raised shadow-e1",
          off ? "border-dashed border-line-strong" : "border-line group-hover/card:border-line-strong",
          corners[family],
        )}
      />
      <Ring
        selected={selected}
        className={
          family === "time"
            ? "rounded-[30px]"
            : family === "entry"
              ? "rounded-l-[30px] rounded-r-[13px]"
              : family === "exit"
                ? "rounded-full"
                : "rounded-[13px]"
        }
      />
    </>
  );
}

function Ring({ selected, className }: { selected: boolean; className: string }) {
  return (
    <span
      aria-hidden
      className={join(
        "pointer-events-none absolute -inset-[4px] border-2",
        className,
        selected
          ? "border-accent outline-2 outline-transparent group-focus-visible/card:outline-focus"
          : "border-transparent group-focus-visible/card:border-focus",
      )}
    />
  );
}

/** Cut upper corners for a decision, a flag's notch on the right for a goal. */
function DrawnShape({ family, height, selected, off }: CardShapeProps) {
  const edge = join("fill-raised", off ? "stroke-line-strong" : "stroke-line group-hover/card:stroke-line-strong");
  const ring = join(
    "fill-none",
    selected
      ? "stroke-accent group-focus-visible/card:stroke-focus group-focus-visible/card:[stroke-width:4px]"
      : "stroke-transparent group-focus-visible/card:stroke-focus",
  );
  return (
    <svg aria-hidden="true" className="absolute inset-0 overflow-visible" width={CARD_WIDTH} height={height}>
      <path
        d={outline(family, CARD_WIDTH, height, 0)}
        className={edge}
        strokeWidth={1}
        {...(off ? { strokeDasharray: "4 3" } : {})}
      />
      <path d={outline(family, CARD_WIDTH, height, 3.5)} className={ring} strokeWidth={2} />
    </svg>
  );
}

/** SVG path data of a silhouette of w × h, grown on all sides. */
export function outline(family: StepFamily, w: number, h: number, grow: number): string {
  const [l, t, r, b] = [0.5 - grow, 0.5 - grow, w - 0.5 + grow, h - 0.5 + grow];
  const rad = 10 + grow;
  const lower = `V${b - rad}Q${r} ${b} ${r - rad} ${b}H${l + rad}Q${l} ${b} ${l} ${b - rad}`;
  if (family === "decide") {
    const cut = CUT + grow * 0.4;
    return `M${l + cut} ${t}H${r - cut}L${r} ${t + cut}${lower}V${t + cut}Z`;
  }
  const notch = 7;
  const mid = h / 2;
  return `M${l + rad} ${t}H${r - rad}Q${r} ${t} ${r} ${t + rad}V${mid - notch}L${r - notch} ${mid}L${r} ${mid + notch}${lower}V${t + rad}Q${l} ${t} ${l + rad} ${t}Z`;
}
