import { serve } from "@/lib/http/serve";
import { readVocabulary } from "@/lib/services/audience/read-vocabulary";

export const GET = serve(readVocabulary);
