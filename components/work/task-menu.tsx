"use client";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { AccountActs } from "@/components/account/account-acts";
import { useAct } from "@/lib/client/use-act";

interface TaskMenuProps {
  ws: string;
  task: { id: string; subjectId: string; title: string };
  team: readonly { id: string; name: string }[];
  acts: Pick<AccountActs, "completeTask" | "snoozeTask" | "reassignTask">;
}

const outcomes = [
  ["reached", "Reached"],
  ["not_reached", "Not reached"],
  ["refused", "Refused"],
  ["done", "Done"],
] as const;

/** Finish a task with its outcome, move its day, or give it to somebody else. */
export function TaskMenu({ ws, task, team, acts }: TaskMenuProps) {
  const complete = useAct(ws, acts.completeTask);
  const snooze = useAct(ws, acts.snoozeTask);
  const reassign = useAct(ws, acts.reassignTask);
  const place = { taskId: task.id, subjectId: task.subjectId };
  return (
    <Menu
      align="end"
      trigger={<IconButton icon="more" size="s" label={`Actions for ${task.title}`} />}
      entries={[
        ...outcomes.map(([outcome, label]) => ({
          label: `Finish: ${label.toLowerCase()}`,
          icon: "check" as const,
          onSelect: () => complete.run({ ...place, outcome }, `${task.title}: ${label.toLowerCase()}`),
        })),
        { type: "separator" },
        ...[1, 3, 7].map((days) => ({
          label: `Snooze ${days} ${days === 1 ? "day" : "days"}`,
          icon: "schedule" as const,
          onSelect: () =>
            snooze.run({ ...place, days }, `${task.title} snoozed ${days} ${days === 1 ? "day" : "days"}`),
        })),
        {
          type: "submenu",
          label: "Give to",
          icon: "person",
          entries: team.map((member) => ({
            label: member.name,
            onSelect: () => reassign.run({ ...place, ownerId: member.id }, `${task.title} given to ${member.name}`),
          })),
        },
      ]}
    />
  );
}
