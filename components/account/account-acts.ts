import type { Act } from "@/lib/client/use-act";

export interface Place {
  taskId: string;
  subjectId: string;
}

/** The server actions an account's page hands to its buttons. */
export interface AccountActs {
  markCriterion: Act<{ accountId: string; criterionId: string; status: "met" | "waived"; reason: string }>;
  openEscalation: Act<{ accountId: string; title: string; severity: "low" | "medium" | "high" | "critical" }>;
  closeEscalation: Act<{ accountId: string; escalationId: string; resolution: string }>;
  createTask: Act<{
    accountId: string;
    title: string;
    type: "call" | "meeting" | "email" | "to_do";
    dueInDays: number;
  }>;
  completeTask: Act<Place & { outcome: "reached" | "not_reached" | "refused" | "done" }>;
  snoozeTask: Act<Place & { days: number }>;
  reassignTask: Act<Place & { ownerId: string }>;
}
