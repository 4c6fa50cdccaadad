"use server";
import { action } from "@/lib/http/action";
import { signOutEverywhere } from "@/lib/services/user/sign-out-everywhere";

export const endSessions = action(signOutEverywhere);
