import { serve } from "@/lib/http/serve";
import { search } from "@/lib/services/search/search";

export const GET = serve(search);
