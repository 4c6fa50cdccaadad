import { serve } from "@/lib/http/serve";
import { saveDraft } from "@/lib/services/journey/save-draft";

export const PATCH = serve(saveDraft);
