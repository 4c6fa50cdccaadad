import { serve } from "@/lib/http/serve";
import { sendTest } from "@/lib/services/message/send-test";

export const POST = serve(sendTest);
