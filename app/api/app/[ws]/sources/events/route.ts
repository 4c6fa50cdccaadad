import { serve } from "@/lib/http/serve";
import { listRecentEvents } from "@/lib/services/source/list-recent-events";

export const GET = serve(listRecentEvents);
