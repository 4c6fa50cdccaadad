import { serve } from "@/lib/http/serve";
import { listPeople } from "@/lib/services/person/list-people";

export const GET = serve(listPeople);
