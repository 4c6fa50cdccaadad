import { openCtx } from "@/lib/http/open-ctx";
import { type RouteContext, serveWith } from "@/lib/http/serve-with";
import type { Verb } from "@/lib/services/define-verb";

/** Make a route of a verb for the app's own pages: same origin, signed in, JSON in and out. The address's parameters,
 * its query and the body together are the verb's input; `ws` is the workspace. */
export function serve<I, O>(verb: Verb<I, O>): (request: Request, route: RouteContext) => Promise<Response> {
  return serveWith(openCtx, verb);
}
