import { serve } from "@/lib/http/serve";
import { listRefusedItems } from "@/lib/services/source/list-refused-items";

export const GET = serve(listRefusedItems);
