"use server";
import { action } from "@/lib/http/action";
import { saveWorkspace } from "@/lib/services/workspace/save-workspace";

export const save = action(saveWorkspace);
