"use server";
import { action } from "@/lib/http/action";
import { decideApproval } from "@/lib/services/approval/decide-approval";

export const decide = action(decideApproval);
