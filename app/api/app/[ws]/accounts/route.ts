import { serve } from "@/lib/http/serve";
import { listAccounts } from "@/lib/services/account/list-accounts";

export const GET = serve(listAccounts);
