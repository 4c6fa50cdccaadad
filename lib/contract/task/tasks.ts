import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";

export const taskOutcomes = ["reached", "not_reached", "refused", "done"] as const;
export const taskTypes = ["call", "meeting", "email", "to_do"] as const;

const place = z.object({ taskId: z.uuid(), /** Whom the task is about; says where it is kept. */ subjectId: z.uuid() });

export const listTasksContract = contract({
  name: "task.list",
  roles: everyone,
  input: z.object({
    whose: z.enum(["mine", "all"]).default("mine"),
    status: z.enum(["open", "done"]).default("open"),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  audit: null,
});

export const completeTaskContract = contract({
  name: "task.complete",
  roles: ["csm", "manager", "marketer"],
  input: place.extend({ outcome: z.enum(taskOutcomes).default("done"), note: z.string().trim().max(2000).default("") }),
  audit: "task.completed",
});

export const snoozeTaskContract = contract({
  name: "task.snooze",
  roles: ["csm", "manager", "marketer"],
  input: place.extend({
    days: z.coerce.number().int().min(1, "Snooze for at least a day.").max(90, "Snooze for at most 90 days."),
  }),
  audit: "task.snoozed",
});

export const reassignTaskContract = contract({
  name: "task.reassign",
  roles: ["csm", "manager"],
  input: place.extend({ ownerId: z.uuid() }),
  audit: "task.reassigned",
});

export const createTaskContract = contract({
  name: "task.create",
  roles: ["csm", "manager", "marketer"],
  input: z.object({
    accountId: z.uuid(),
    title: z.string().trim().min(3, "Say in a few words what is to be done.").max(200),
    type: z.enum(taskTypes).default("to_do"),
    notes: z.string().trim().max(5000).default(""),
    dueInDays: z.coerce.number().int().min(0).max(365).default(2),
    ownerId: z.uuid().optional(),
  }),
  audit: "task.created",
});
