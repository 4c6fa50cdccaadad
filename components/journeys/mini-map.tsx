import { CARD_HEIGHT, CARD_WIDTH, layoutJourney } from "@/components/builder/layout";
import { kindFamily } from "@/components/journeys/kind-family";
import { familyColour } from "@/components/ui/family-colour";
import type { JourneyDocument } from "@/lib/journey/document";

const WIDTH = 64;
const HEIGHT = 28;

/** The real graph in 64 × 28, each step in its family's colour. */
export function MiniMap({ document }: { document: JourneyDocument }) {
  const placed = layoutJourney(document, { offsets: {} }, CARD_HEIGHT);
  // Lying down, so that a tall journey fits a row.
  const scale = Math.min(WIDTH / Math.max(1, placed.height), HEIGHT / Math.max(1, placed.width));
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true" className="block">
      {document.steps.map((step) => {
        const at = placed.steps.get(step.id);
        if (!at) return null;
        return (
          <rect
            key={step.id}
            x={at.y * scale}
            y={(at.x - placed.left) * scale}
            width={Math.max(2.5, CARD_HEIGHT * scale)}
            height={Math.max(2.5, CARD_WIDTH * scale * 0.7)}
            rx={1}
            fill={familyColour(kindFamily[step.kind])}
          />
        );
      })}
    </svg>
  );
}
