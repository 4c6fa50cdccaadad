import { SegmentedLinks } from "@/components/ui/segmented-links";

interface JourneyModesProps {
  ws: string;
  journeyId: string;
  current: "build" | "live" | "flow" | "people";
  canEdit: boolean;
}

const modes = [
  { page: "build", label: "Build", keys: "1" },
  { page: "live", label: "Live", keys: "4" },
  { page: "flow", label: "Flow" },
  { page: "people", label: "Who is where" },
] as const;

/** The pages of one journey, in the middle of its top bar. */
export function JourneyModes({ ws, journeyId, current, canEdit }: JourneyModesProps) {
  return (
    <SegmentedLinks
      label="Mode"
      links={modes
        .filter((mode) => mode.page !== "build" || canEdit)
        .map(({ page, ...mode }) => ({
          ...mode,
          href: `/${ws}/journeys/${journeyId}/${page}`,
          current: page === current,
        }))}
    />
  );
}
