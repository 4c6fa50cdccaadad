import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LonePage } from "@/components/shell/lone-page";
import { SetUpForm } from "@/components/shell/set-up-form";
import { database } from "@/lib/http/database";
import { needsSetUp } from "@/lib/services/workspace/set-up";
import { begin } from "./actions";

export const metadata: Metadata = { title: "Set up" };
export const dynamic = "force-dynamic";

export default async function SetUpPage() {
  if (!(await needsSetUp(database()))) redirect("/sign-in");
  return (
    <LonePage title="Set up Waymark">
      <SetUpForm begin={begin} />
    </LonePage>
  );
}
