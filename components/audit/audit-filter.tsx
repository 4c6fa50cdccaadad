"use client";
import { useRouter } from "next/navigation";
import { auditVerbLabel } from "@/components/audit/audit-words";
import { Select } from "@/components/ui/select";

/** Stands for no filter, because an empty choice reads as none made. */
const all = "all";

interface AuditFilterProps {
  href: string;
  verb: string;
  actor: string;
  verbs: readonly string[];
  actors: readonly { actor: string; name: string }[];
}

/** Lives in the URL, and starts again at the newest. */
export function AuditFilter({ href, verb, actor, verbs, actors }: AuditFilterProps) {
  const router = useRouter();
  const go = (next: { verb?: string; actor?: string }) => {
    const given = Object.entries({ verb, actor, ...next }).filter(([, value]) => value !== "");
    router.push(given.length === 0 ? href : `${href}?${new URLSearchParams(given)}`);
  };
  return (
    <search aria-label="Filter the audit log" className="flex flex-wrap gap-3">
      <Select
        className="w-64!"
        aria-label="What was done"
        value={verb || all}
        options={[
          { value: all, label: "Everything" },
          ...verbs.map((one) => ({ value: one, label: auditVerbLabel(one) })),
        ]}
        onValueChange={(next) => go({ verb: next === all ? "" : next })}
      />
      <Select
        className="w-56!"
        aria-label="Who did it"
        value={actor || all}
        options={[{ value: all, label: "Everybody" }, ...actors.map((one) => ({ value: one.actor, label: one.name }))]}
        onValueChange={(next) => go({ actor: next === all ? "" : next })}
      />
    </search>
  );
}
