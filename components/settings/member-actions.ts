import type { z } from "zod";
import type { FormAct } from "@/components/settings/use-form-act";
import type {
  addMemberContract,
  changeMemberRoleContract,
  removeMemberContract,
} from "@/lib/contract/member/member-verbs";

type Input<C extends { input: z.ZodType }> = z.input<C["input"]>;

/** The page's server actions. */
export interface MemberActions {
  add: FormAct<Input<typeof addMemberContract>, { userId: string; name: string; password: string | null }>;
  changeRole: FormAct<Input<typeof changeMemberRoleContract>, { name: string }>;
  remove: FormAct<Input<typeof removeMemberContract>, { name: string }>;
}
