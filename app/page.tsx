import { redirect } from "next/navigation";
import { homeOf } from "@/lib/auth/home-of";
import { requireUser } from "@/lib/auth/require-user";

export default async function Page() {
  const { id } = await requireUser("/");
  redirect((await homeOf(id)) ?? "/sign-in?why=no-workspace");
}
