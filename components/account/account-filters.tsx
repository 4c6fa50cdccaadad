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

/** A select shows its placeholder for an empty value, so "any" is a value of its own. */
const ANY = "any";

/** Filters live in the address, so a link shows the same list. */
export function AccountFilters({ ws, current, owners }: AccountFiltersProps) {
  const router = useRouter();
  const [q, setQ] = useState(current.q ?? "");
  const go = (change: Record<string, string>) => {
    const kept = Object.entries({ ...current, ...change }).filter(([, value]) => value);
    router.push(`/${ws}/accounts?${new URLSearchParams(kept as [string, string][])}`);
  };
  return (
    <search aria-label="Accounts">
      <form
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          go({ q });
        }}
      >
        <Input
          aria-label="Search by name"
          placeholder="Search by name"
          value={q}
          onValueChange={setQ}
          className="w-56!"
        />
        <Select
          aria-label="Stage"
          className="w-44!"
          value={current.stage ?? ANY}
          onValueChange={(stage) => go({ stage: stage === ANY ? "" : stage })}
          options={[
            { value: ANY, label: "Any stage" },
            ...[...stages, ...overlays].map((stage) => ({ value: stage.id as string, label: stage.name })),
          ]}
        />
        <Select
          aria-label="Health"
          className="w-40!"
          value={current.health ?? ANY}
          onValueChange={(health) => go({ health: health === ANY ? "" : health })}
          options={[
            { value: ANY, label: "Any health" },
            { value: "healthy", label: "Healthy" },
            { value: "watch", label: "Watch" },
            { value: "risk", label: "At risk" },
            { value: "unknown", label: "Not known" },
          ]}
        />
        <Select
          aria-label="Owner"
          className="w-44!"
          value={current.ownerId ?? ANY}
          onValueChange={(ownerId) => go({ ownerId: ownerId === ANY ? "" : ownerId })}
          options={[
            { value: ANY, label: "Any owner" },
            ...owners.map((owner) => ({ value: owner.id, label: owner.name })),
          ]}
        />
      </form>
    </search>
  );
}
