import { serve } from "@/lib/http/serve";
import { readLive } from "@/lib/services/journey/read-live";

export const GET = serve(readLive);
