import { inAppDoor } from "@/lib/http/in-app/in-app-door";
import { listInApp } from "@/lib/services/in-app/in-app";

export const dynamic = "force-dynamic";

function list(request: Request): Promise<Response> {
  const all = new URL(request.url).searchParams.get("all") === "1";
  return inAppDoor(request, async (world, key, reader) =>
    Response.json({ messages: await listInApp(world, key, reader, { all }) }),
  );
}

export { list as GET, list as OPTIONS };
