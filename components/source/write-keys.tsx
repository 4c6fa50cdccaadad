"use client";
import { Clock } from "@/components/source/clock";
import { CreateKeyDialog } from "@/components/source/create-key-dialog";
import type { KeyActions } from "@/components/source/key-actions";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Table, type Column } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { toastDone, toastFailed } from "@/components/ui/toast";
import type { WriteKeyListed } from "@/lib/contract/source/source-verbs";

interface WriteKeysProps extends KeyActions {
  ws: string;
  keys: readonly WriteKeyListed[];
  mayChange: boolean;
}

export function WriteKeys({ ws, keys, mayChange, create, revoke }: WriteKeysProps) {
  const end = async (key: WriteKeyListed) => {
    const answer = await revoke(ws, { writeKeyId: key.id });
    if (answer.ok) toastDone(`${key.name} is revoked`);
    else toastFailed(answer.error.message);
  };
  const columns: readonly Column<WriteKeyListed>[] = [
    { id: "name", header: "Name", cell: (key) => key.name, phone: "title" },
    { id: "kind", header: "Kind", cell: (key) => <Tag>{key.kind}</Tag>, width: 100, phone: "value" },
    {
      id: "key",
      header: "Key",
      cell: (key) => <code className="font-mono text-small">…{key.lastFour}</code>,
      width: 90,
      phone: "note",
    },
    {
      id: "origins",
      header: "Sites",
      cell: (key) => <span className="text-small text-ink-2">{key.origins.join(", ")}</span>,
    },
    { id: "made", header: "Made", cell: (key) => <Clock atMs={key.createdAtMs} />, width: 160 },
    {
      id: "end",
      header: "Revoke",
      hideHeader: true,
      align: "right",
      width: 90,
      phone: "aside",
      cell: (key) =>
        key.revokedAtMs !== null ? (
          <Tag tone="bad">revoked</Tag>
        ) : mayChange ? (
          <AlertDialog
            title={`Revoke ${key.name}?`}
            description="What is sent with this key is refused from now on. This cannot be undone."
            trigger={
              <Button size="s" variant="quiet">
                Revoke
              </Button>
            }
            action="Revoke key"
            danger
            onAction={() => end(key)}
          />
        ) : null,
    },
  ];
  return (
    <Section
      title="Write keys"
      hairline={false}
      actions={mayChange && <CreateKeyDialog ws={ws} create={create} />}
      note={mayChange ? undefined : "An admin makes and revokes keys."}
    >
      <Table
        caption="Write keys"
        columns={columns}
        rows={keys}
        rowKey={(key) => key.id}
        stickyHeader={false}
        empty={
          <EmptyState icon="locked" title="No keys yet">
            {mayChange ? "Make one for each system that sends events." : "Ask an admin for one."}
          </EmptyState>
        }
      />
    </Section>
  );
}
