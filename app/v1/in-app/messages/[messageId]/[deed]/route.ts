import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { inAppDoor } from "@/lib/http/in-app/in-app-door";
import { noteInApp } from "@/lib/services/in-app/in-app";

export const dynamic = "force-dynamic";

const address = z.object({ messageId: z.uuid(), deed: z.enum(["seen", "clicked"]) });

function note(
  request: Request,
  { params }: { params: Promise<{ messageId: string; deed: string }> },
): Promise<Response> {
  return inAppDoor(request, async (world, key, reader) => {
    const of = address.safeParse(await params).data;
    if (!of || !(await noteInApp(world, key, reader, of.messageId, of.deed)))
      throw new AppError("not_found", "This person has no such message.");
    return Response.json({ ok: true });
  });
}

export { note as OPTIONS, note as POST };
