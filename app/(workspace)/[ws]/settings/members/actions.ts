"use server";
import { action } from "@/lib/http/action";
import { addMember } from "@/lib/services/member/add-member";
import { changeMemberRole } from "@/lib/services/member/change-member-role";
import { removeMember } from "@/lib/services/member/remove-member";
import { changePassword } from "@/lib/services/user/change-password";

export const add = action(addMember);
export const changeRole = action(changeMemberRole);
export const remove = action(removeMember);
export const changeOwnPassword = action(changePassword);
