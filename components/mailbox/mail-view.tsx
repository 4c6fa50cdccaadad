import { Tabs } from "@/components/ui/tabs";
import type { MailboxMessage } from "@/lib/contract/mailbox/mail";

/** The mail as its recipient has it. The frame runs no scripts and opens links in a new tab. */
export function MailView({ mail }: { mail: MailboxMessage }) {
  return (
    <Tabs
      label="Parts of the mail"
      tabs={[
        { value: "html", label: "As shown", panel: <Shown mail={mail} /> },
        {
          value: "text",
          label: "Plain text",
          panel: <pre className="font-mono text-small break-words whitespace-pre-wrap">{mail.text}</pre>,
        },
        { value: "headers", label: "Headers", panel: <Headers headers={mail.headers} /> },
      ]}
    />
  );
}

function Shown({ mail }: { mail: MailboxMessage }) {
  if (!mail.html) return <p className="text-ink-2">This mail has plain text only.</p>;
  return (
    <iframe
      title={`Mail: ${mail.subject}`}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={`<base target="_blank">${mail.html}`}
      className="h-[70vh] min-h-[420px] w-full rounded-card border border-line bg-white"
    />
  );
}

function Headers({ headers }: { headers: MailboxMessage["headers"] }) {
  return (
    <dl className="grid gap-x-4 gap-y-1 font-mono text-small md:grid-cols-[220px_minmax(0,1fr)]">
      {headers.map(([name, value], place) => (
        // A header may appear more than once, in an order that matters.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <div key={`${place} ${name}`} className="contents">
          <dt className="text-ink-2">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
