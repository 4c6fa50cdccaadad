import type { Metadata } from "next";
import { MemberList } from "@/components/settings/member-list";
import { PasswordForm } from "@/components/settings/password-form";
import { PageHeader } from "@/components/shell/page-header";
import { openCtx } from "@/lib/http/open-ctx";
import { read } from "@/lib/http/page";
import { listMembers } from "@/lib/services/member/list-members";
import { add, changeOwnPassword, changeRole, remove } from "./actions";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ params }: { params: Promise<{ ws: string }> }) {
  const { ws } = await params;
  const members = await read(ws, listMembers, {});
  const { actor } = await openCtx(ws);
  const userId = actor.kind === "user" ? actor.userId : "";
  return (
    <>
      <PageHeader title={members.length === 1 ? "One person works here" : `${members.length} people work here`}>
        A role holds from the next click on.
      </PageHeader>
      <MemberList
        ws={ws}
        members={members}
        userId={userId}
        mayChange={actor.role === "admin"}
        add={add}
        changeRole={changeRole}
        remove={remove}
      />
      <PasswordForm ws={ws} change={changeOwnPassword} />
    </>
  );
}
