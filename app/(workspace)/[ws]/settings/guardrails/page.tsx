import type { Metadata } from "next";
import { ConsentPacks } from "@/components/settings/consent-packs";
import { GuardrailsForm } from "@/components/settings/guardrails-form";
import { PageHeader } from "@/components/shell/page-header";
import { openCtx } from "@/lib/http/open-ctx";
import { read } from "@/lib/http/page";
import { readPolicy } from "@/lib/services/guardrail/read-policy";
import { save } from "./actions";

export const metadata: Metadata = { title: "Guardrails" };

export default async function GuardrailsPage({ params }: { params: Promise<{ ws: string }> }) {
  const { ws } = await params;
  const policy = await read(ws, readPolicy, {});
  const { actor } = await openCtx(ws);
  return (
    <>
      <PageHeader title="Guardrails hold, move or drop a touchpoint, whichever journey asks">
        A change holds from the next decision on and stands in the audit log.
      </PageHeader>
      <GuardrailsForm
        ws={ws}
        read={policy}
        mayChange={actor.role === "admin" || actor.role === "manager"}
        save={save}
      />
      <ConsentPacks packs={policy.policy.consentPacks} />
    </>
  );
}
