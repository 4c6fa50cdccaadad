"use server";
import { action } from "@/lib/http/action";
import { deleteSegment, saveSegment } from "@/lib/services/segment/segment-verbs";

export const save = action(saveSegment);
export const remove = action(deleteSegment);
