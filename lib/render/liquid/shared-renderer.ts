import { Renderer } from "@/lib/render/liquid/renderer";

const held = globalThis as { waymarkRenderer?: Renderer };

/** The web process's one set of rendering threads, for previews. */
export function sharedRenderer(): Renderer {
  held.waymarkRenderer ??= new Renderer();
  return held.waymarkRenderer;
}
