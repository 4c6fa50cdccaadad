import { SegmentedLinks } from "@/components/ui/segmented-links";

export const homeViews = ["csm", "marketer", "manager"] as const;
export type HomeView = (typeof homeViews)[number];

const names = { csm: "Today", marketer: "Journeys", manager: "Portfolio" } as const satisfies Record<HomeView, string>;

export function HomeTabs({ ws, view }: { ws: string; view: HomeView }) {
  return (
    <SegmentedLinks
      label="Home for"
      links={homeViews.map((one) => ({ href: `/${ws}?as=${one}`, label: names[one], current: one === view }))}
    />
  );
}
