import type { Metadata } from "next";
import { AuditCheck } from "@/components/audit/audit-check";
import { AuditFilter } from "@/components/audit/audit-filter";
import { AuditList } from "@/components/audit/audit-list";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { openCtx } from "@/lib/http/open-ctx";
import { read } from "@/lib/http/page";
import { checkAudit } from "@/lib/services/audit/check-audit";
import { listAudit } from "@/lib/services/audit/list-audit";
import { readWorkspace } from "@/lib/services/workspace/read-workspace";

export const metadata: Metadata = { title: "Audit log" };

interface AuditPageProps {
  params: Promise<{ ws: string }>;
  searchParams: Promise<{ verb?: string; actor?: string; before?: string; check?: string }>;
}

export default async function AuditPage({ params, searchParams }: AuditPageProps) {
  const { ws } = await params;
  const { verb = "", actor = "", before = "", check } = await searchParams;
  const settings = await read(ws, readWorkspace, {});
  const role = (await openCtx(ws)).actor.role;
  if (role !== "admin" && role !== "manager")
    return (
      <EmptyState icon="locked" title="The audit log is for admins and managers">
        Ask one of them what you want to know.
      </EmptyState>
    );
  const place = /^[1-9]\d{0,8}$/.test(before) ? { before: Number(before) } : {};
  const log = await read(ws, listAudit, { verb, actor, ...place });
  const href = `/${ws}/settings/audit`;
  const filter = Object.fromEntries(Object.entries({ verb, actor }).filter(([, value]) => value !== ""));
  return (
    <>
      <PageHeader
        title="Who did what, newest first"
        right={
          <ButtonLink href={`${href}?check=1`} prefetch={false}>
            Check the log
          </ButtonLink>
        }
      >
        Entries are only added. Each carries the fingerprint of the one before, so a change shows. Times are those of{" "}
        {settings.zone.replaceAll("_", " ")}.
      </PageHeader>
      {check === "1" && <AuditCheck {...(await read(ws, checkAudit, {}))} />}
      <AuditFilter href={href} verb={verb} actor={actor} verbs={log.verbs} actors={log.actors} />
      <AuditList entries={log.entries} zone={settings.zone} isFiltered={verb !== "" || actor !== ""} href={href} />
      {(log.nextBefore !== null || before !== "") && (
        <nav aria-label="Pages of the log" className="flex gap-2">
          {before !== "" && <ButtonLink href={{ pathname: href, query: filter }}>Newest</ButtonLink>}
          {log.nextBefore !== null && (
            <ButtonLink href={{ pathname: href, query: { ...filter, before: log.nextBefore } }}>Older</ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}
