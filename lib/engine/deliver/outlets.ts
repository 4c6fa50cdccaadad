import type { Channels } from "@/lib/contract/channel";
import type { Renderer } from "@/lib/render/liquid/renderer";

/** What delivering is given: the ways out, and what renders for them. */
export interface Outlets extends Channels {
  renderer: Renderer;
  /** Where customers reach this installation, without a trailing slash: the beginning of every link. */
  baseUrl: string;
}
