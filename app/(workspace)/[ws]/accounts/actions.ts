"use server";
import { action } from "@/lib/http/action";
import { closeEscalation } from "@/lib/services/account/close-escalation";
import { markCriterion } from "@/lib/services/account/mark-criterion";
import { openEscalation } from "@/lib/services/account/open-escalation";
import { completeTask } from "@/lib/services/task/complete-task";
import { createTask } from "@/lib/services/task/create-task";
import { reassignTask } from "@/lib/services/task/reassign-task";
import { snoozeTask } from "@/lib/services/task/snooze-task";

export const markCriterionAct = action(markCriterion);
export const openEscalationAct = action(openEscalation);
export const closeEscalationAct = action(closeEscalation);
export const createTaskAct = action(createTask);
export const completeTaskAct = action(completeTask);
export const snoozeTaskAct = action(snoozeTask);
export const reassignTaskAct = action(reassignTask);
