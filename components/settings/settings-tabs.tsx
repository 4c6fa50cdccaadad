import { LinkTabs } from "@/components/ui/link-tabs";

/** `withAudit` where the role may read the audit log. */
export function SettingsTabs({ ws, withAudit }: { ws: string; withAudit: boolean }) {
  return (
    <LinkTabs
      label="Settings"
      tabs={[
        { href: `/${ws}/settings`, label: "General" },
        { href: `/${ws}/settings/members`, label: "Members" },
        { href: `/${ws}/settings/guardrails`, label: "Guardrails" },
        { href: `/${ws}/settings/sources`, label: "Sources" },
        ...(withAudit ? [{ href: `/${ws}/settings/audit`, label: "Audit log" }] : []),
      ]}
    />
  );
}
