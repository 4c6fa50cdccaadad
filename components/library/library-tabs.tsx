import { LinkTabs } from "@/components/ui/link-tabs";

export function LibraryTabs({ ws }: { ws: string }) {
  return (
    <LinkTabs
      label="Library"
      tabs={[
        { href: `/${ws}/library/segments`, label: "Segments" },
        { href: `/${ws}/library/mailbox`, label: "Mailbox" },
      ]}
    />
  );
}
