import { CARD_HEIGHT, CARD_WIDTH, layoutJourney } from "@/components/builder/layout";
import { cornersOf } from "@/components/builder/route";
import { kindFamily } from "@/components/journeys/kind-family";
import { familyColour } from "@/components/ui/family-colour";
import type { JourneyDocument } from "@/lib/journey/document";

const WIDTH = 64;
const HEIGHT = 28;

/** A step stays visible however long the journey. */
const STEP_MIN = 2.5;

/** The real graph in 64 × 28: paths as thin lines, each step above them in its family's colour. */
export function MiniMap({ document }: { document: JourneyDocument }) {
  const placed = layoutJourney(document, { offsets: {} }, CARD_HEIGHT);
  const paths = [...placed.paths.values()];
  // Ways back run left of every step; a tall journey lies down so that it fits a row.
  const left = Math.min(placed.left, ...paths.map((path) => path.laneX));
  const [length, breadth] = [Math.max(1, placed.height), Math.max(1, placed.left + placed.width - left)];
  const scale = Math.min(WIDTH / length, HEIGHT / breadth);
  const across = (y: number) => round(y * scale);
  const down = (x: number) => round((x - left) * scale + (HEIGHT - breadth * scale) / 2);
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true" className="block overflow-visible">
      <g fill="none" stroke="var(--text-3)" strokeWidth={0.75} strokeLinejoin="round">
        {paths.map((path) => (
          <polyline
            key={path.key}
            points={cornersOf(path)
              .map(({ x, y }) => `${across(y)},${down(x)}`)
              .join(" ")}
          />
        ))}
      </g>
      {document.steps.map((step) => {
        const at = placed.steps.get(step.id);
        if (!at) return null;
        const [long, wide] = [Math.max(STEP_MIN, CARD_HEIGHT * scale), Math.max(STEP_MIN, CARD_WIDTH * scale * 0.7)];
        return (
          <rect
            key={step.id}
            x={across(at.y + CARD_HEIGHT / 2) - long / 2}
            y={down(at.x + CARD_WIDTH / 2) - wide / 2}
            width={long}
            height={wide}
            rx={1}
            fill={familyColour(kindFamily[step.kind])}
          />
        );
      })}
    </svg>
  );
}

/** Enough for the eye, and the same on server and browser. */
const round = (n: number) => Math.round(n * 100) / 100;
