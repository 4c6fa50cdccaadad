"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { overlays, stages } from "@/lib/journey/stages";

interface AccountFiltersProps {
  ws: string;
  current: { stage?: string; health?: string; ownerId?: string; q?: string; sort?: string };
  owners: readonly { id: string; name: string }[];
}

const any = { value: "", label: "" } as const;

/** Filters live in the address, so a link shows the same list. */
export function AccountFilters({ ws, current, owners }: AccountFiltersProps) {
  const router = useRouter();
  const [q, setQ] = useState(current.q ?? "");
  const go = (change: Record<string, string>) => {
    const kept = Object.entries({ ...current, ...change }).filter(([, value]) => value);
    router.push(`/${ws}/accounts?${new URLSearchParams(kept as [string, string][])}`);
  };
  return (
    <form
      role="search"
      aria-label="Accounts"
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        go({ q });
      }}
    >
      <Input aria-label="Search by name" placeholder="Search by name" value={q} onValueChange={setQ} className="w-56!" />
      <Select aria-label="Stage" className="w-44!" value={current.stage ?? ""} onValueChange={(stage) => go({ stage })}
        options={[{ ...any, label: "Any stage" }, ...[...stages, ...overlays].map((stage) => ({ value: stage.id as string, label: stage.name }))]} />
      <Select aria-label="Health" className="w-40!" value={current.health ?? ""} onValueChange={(health) => go({ health })}
        options={[{ ...any, label: "Any health" }, { value: "healthy", label: "Healthy" }, { value: "watch", label: "Watch" }, { value: "risk", label: "At risk" }, { value: "unknown", label: "Not known" }]} />
      <Select aria-label="Owner" className="w-44!" value={current.ownerId ?? ""} onValueChange={(ownerId) => go({ ownerId })}
        options={[{ ...any, label: "Any owner" }, ...owners.map((owner) => ({ value: owner.id, label: owner.name }))]} />
    </form>
  );
}
