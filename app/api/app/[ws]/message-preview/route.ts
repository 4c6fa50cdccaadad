import { serve } from "@/lib/http/serve";
import { previewMessage } from "@/lib/services/message/preview-message";

export const POST = serve(previewMessage);
