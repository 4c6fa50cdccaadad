import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LonePage } from "@/components/shell/lone-page";
import { SignInForm } from "@/components/shell/sign-in-form";
import { currentUser } from "@/lib/auth/current-user";
import { safeReturn } from "@/lib/auth/safe-return";
import { env } from "@/lib/env";
import { database } from "@/lib/http/database";
import { needsSetUp } from "@/lib/services/workspace/set-up";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ to?: string; why?: string }>;
}

export default async function Page({ searchParams }: SignInPageProps) {
  const { to, why } = await searchParams;
  if (await needsSetUp(database())) redirect("/set-up");
  if (why === undefined && (await currentUser())) redirect(safeReturn(to));
  return (
    <LonePage title="Sign in to Waymark">
      <SignInForm to={safeReturn(to)} demo={env().demo} noWorkspace={why === "no-workspace"} />
    </LonePage>
  );
}
