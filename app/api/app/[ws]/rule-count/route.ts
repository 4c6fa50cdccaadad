import { serve } from "@/lib/http/serve";
import { countRule } from "@/lib/services/audience/count-rule";

export const POST = serve(countRule);
