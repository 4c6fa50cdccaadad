import { sankey, sankeyLinkHorizontal } from "d3-sankey";
import type { Sankey, SankeyItem, SankeyLink } from "@/lib/metrics/sankey";

export interface FlowItem extends SankeyItem {
  x: number;
  y: number;
  height: number;
}

export interface FlowLink extends SankeyLink {
  path: string;
  width: number;
}

export interface FlowLayout {
  width: number;
  height: number;
  items: FlowItem[];
  links: FlowLink[];
}

export const ITEM_PX = 12;
const PADDING_PX = 14;
const COLUMN_PX = 168;
const ROW_PX = 42;
const LEAST_HEIGHT_PX = 320;

interface NodeExtra {
  item: SankeyItem;
}
interface LinkExtra {
  link: SankeyLink;
}

/** Places of items and ribbons in pixels. Columns and their order are given, so a refresh does not shuffle. */
export function layOutFlow(flow: Sankey, showSmall: boolean): FlowLayout {
  const rows = Math.max(1, ...flow.columns.map((column) => column.items.length));
  const width = Math.max(2, flow.columns.length) * COLUMN_PX + 40;
  const height = Math.max(LEAST_HEIGHT_PX, rows * ROW_PX);
  const layout = sankey<NodeExtra, LinkExtra>()
    .nodeId((node) => node.item.id)
    .nodeAlign((node) => node.item.column)
    .nodeSort((a, b) => place(flow, a.item) - place(flow, b.item))
    .nodeWidth(ITEM_PX)
    .nodePadding(PADDING_PX)
    .extent([
      [4, 8],
      [width - COLUMN_PX + 20, height - 8],
    ]);
  const drawn = layout({
    nodes: flow.items.map((item) => ({ item, fixedValue: item.count })),
    links: flow.links.map((link) => ({ link, source: link.from, target: link.to, value: link.count })),
  });
  const ribbon = sankeyLinkHorizontal<NodeExtra, LinkExtra>();
  return {
    width,
    height,
    items: drawn.nodes.map((node) => ({
      ...node.item,
      x: node.x0 ?? 0,
      y: node.y0 ?? 0,
      height: Math.max(1, (node.y1 ?? 0) - (node.y0 ?? 0)),
    })),
    links: drawn.links
      .filter((one) => showSmall || !one.link.isSmall)
      .map((one) => ({ ...one.link, path: ribbon(one) ?? "", width: Math.max(1, one.width ?? 1) })),
  };
}

function place(flow: Sankey, item: SankeyItem): number {
  return flow.columns[item.column]?.items.findIndex((one) => one.id === item.id) ?? 0;
}
