"use server";
import { action } from "@/lib/http/action";
import { savePolicy } from "@/lib/services/guardrail/save-policy";

export const save = action(savePolicy);
