"use client";
import { useRouter } from "next/navigation";
import { AddMemberDialog } from "@/components/settings/add-member-dialog";
import type { MemberActions } from "@/components/settings/member-actions";
import { roleOptions } from "@/components/settings/role-options";
import { roleWord } from "@/components/shell/member";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { type Column, Table } from "@/components/ui/table";
import { toastDone, toastFailed } from "@/components/ui/toast";
import type { Role } from "@/lib/contract/contract";
import type { MemberListed } from "@/lib/contract/member/member-verbs";

interface MemberListProps extends MemberActions {
  ws: string;
  members: readonly MemberListed[];
  /** Who looks. */
  userId: string;
  mayChange: boolean;
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

export function MemberList({ ws, members, userId, mayChange, add, changeRole, remove }: MemberListProps) {
  const router = useRouter();
  const isLastAdmin = (member: MemberListed) =>
    member.role === "admin" && members.filter((one) => one.role === "admin").length === 1;
  const setRole = async (member: MemberListed, role: Role) => {
    if (role === member.role) return;
    const answer = await changeRole(ws, { userId: member.userId, role });
    if (!answer.ok) return toastFailed(answer.error.message);
    toastDone(`${member.name} is ${roleWord[role]} now`);
    router.refresh();
  };
  const end = async (member: MemberListed) => {
    const answer = await remove(ws, { userId: member.userId });
    if (!answer.ok) return toastFailed(answer.error.message);
    if (member.userId === userId) return window.location.assign("/");
    toastDone(`${member.name} is no longer a member`);
    router.refresh();
  };
  const columns: readonly Column<MemberListed>[] = [
    {
      id: "name",
      header: "Name",
      cell: (member) => (
        <>
          <span className="font-medium">{member.name}</span>
          {member.userId === userId && <span className="text-ink-3"> (you)</span>}
        </>
      ),
      phone: "title",
    },
    { id: "email", header: "E-mail", cell: (member) => member.email, phone: "note" },
    { id: "since", header: "Since", cell: (member) => day.format(member.sinceMs), width: 120 },
    {
      id: "owns",
      header: "Looks after",
      cell: (member) => <span className="text-ink-2">{owns(member) || "nothing yet"}</span>,
      width: 220,
    },
    {
      id: "role",
      header: "Role",
      cell: (member) =>
        mayChange ? (
          <Select
            size="s"
            className="w-32!"
            aria-label={`Role of ${member.name}`}
            options={roleOptions}
            value={member.role}
            onValueChange={(role) => void setRole(member, role)}
          />
        ) : (
          roleWord[member.role]
        ),
      width: 150,
      phone: "value",
    },
    ...(mayChange
      ? [
          {
            id: "end",
            header: "Remove",
            hideHeader: true,
            align: "right",
            width: 90,
            phone: "aside",
            cell: removal,
          } satisfies Column<MemberListed>,
        ]
      : []),
  ];
  function removal(member: MemberListed) {
    if (isLastAdmin(member)) return <span className="text-small text-ink-3">last admin</span>;
    return (
      <AlertDialog
        title={`Remove ${member.name}?`}
        description={`They lose this workspace at once. ${owns(member) ? `Still theirs until somebody takes over: ${owns(member)}.` : "They look after no account and no task."}`}
        trigger={
          <Button size="s" variant="quiet" aria-label={`Remove ${member.name}`}>
            Remove
          </Button>
        }
        action="Remove member"
        danger
        onAction={() => end(member)}
      />
    );
  }
  return (
    <Section
      title="Members"
      hairline={false}
      actions={mayChange && <AddMemberDialog ws={ws} add={add} />}
      note={mayChange ? undefined : "An admin adds, changes and removes members."}
    >
      <Table
        caption="Members"
        columns={columns}
        rows={members}
        rowKey={(member) => member.userId}
        stickyHeader={false}
      />
    </Section>
  );
}

function owns({ accountsOwned, tasksOpen }: MemberListed): string {
  const said = (n: number, one: string) => (n === 0 ? [] : [`${n.toLocaleString("en")} ${n === 1 ? one : `${one}s`}`]);
  return [...said(accountsOwned, "account"), ...said(tasksOpen, "open task")].join(", ");
}
