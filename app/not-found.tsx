import type { Metadata } from "next";
import { LonePage } from "@/components/shell/lone-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <LonePage title="There is no such page" action={<ButtonLink href="/">Go to your workspace</ButtonLink>}>
      The address may be mistyped, or it belongs to a workspace you are not a member of.
    </LonePage>
  );
}
