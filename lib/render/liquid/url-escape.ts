import type { Escape } from "@/lib/render/liquid/renderer";

/** `{{ person.portal }}` at the start is a whole address; inside one, a value is a part and is encoded as such. */
export function urlEscape(source: string): Escape {
  return /^\s*\{\{[^{}]*\}\}\s*(?:$|[/?#])/.test(source) ? "none" : "url";
}
