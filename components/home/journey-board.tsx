import Link from "next/link";
import { formatTime } from "@/components/account/format";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";

interface Card {
  id: string;
  name: string;
  status: string;
  subject: string;
  changedAtMs: number;
  stepCount: number;
  inside: number;
}

const words = {
  draft: ["Draft", "neutral"],
  in_review: ["Waiting for approval", "warn"],
  live: ["Live", "ok"],
  paused: ["Paused", "warn"],
} as const;

function Cards({ ws, cards, empty }: { ws: string; cards: readonly Card[]; empty: string }) {
  return (
    <ul>
      {cards.length === 0 && <li className="py-2 text-ink-2">{empty}</li>}
      {cards.map((card) => {
        const [word, tone] = words[card.status as keyof typeof words] ?? [card.status, "neutral"];
        return (
          <li
            key={card.id}
            className="relative flex min-h-[52px] flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 last:border-0 hover:bg-sunken"
          >
            <Link
              href={`/${ws}/journeys/${card.id}/build`}
              className="min-w-0 flex-1 basis-52 truncate font-medium after:absolute after:inset-0"
            >
              {card.name}
            </Link>
            <span className="w-24 text-right text-ink-2">{card.stepCount} steps</span>
            <span className="w-32 text-right text-ink-2">
              {card.inside.toLocaleString("en")} {card.subject === "account" ? "accounts" : "people"} inside
            </span>
            <span className="w-32 text-right text-ink-2 max-md:hidden">{formatTime(card.changedAtMs)}</span>
            <Tag tone={tone}>{word}</Tag>
            {card.inside > 0 && (
              <Link href={`/${ws}/journeys/${card.id}/flow`} className="relative text-accent-text hover:underline">
                Flow
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A marketer's start: drafts in hand and journeys under way. */
export function JourneyBoard({ ws, board }: { ws: string; board: { drafts: Card[]; live: Card[] } }) {
  const waiting = board.drafts.filter((card) => card.status === "in_review").length;
  const paused = board.live.filter((card) => card.status === "paused").length;
  const inside = board.live.reduce((sum, card) => sum + card.inside, 0);
  if (board.drafts.length === 0 && board.live.length === 0) {
    return (
      <Page width="reading">
        <EmptyState
          icon="journeys"
          title="No journeys yet"
          action={
            <ButtonLink variant="primary" icon="add" href={`/${ws}/journeys/new`}>
              New journey
            </ButtonLink>
          }
        >
          Draw the first one: an entry, a message and a goal are enough.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page width="reading">
      <PageHeader
        title={`${board.live.length} ${board.live.length === 1 ? "journey is" : "journeys are"} under way with ${inside.toLocaleString("en")} inside${paused > 0 ? `, ${paused} paused` : ""}`}
        right={
          <ButtonLink variant="primary" icon="add" href={`/${ws}/journeys/new`}>
            New journey
          </ButtonLink>
        }
      >
        {board.drafts.length} {board.drafts.length === 1 ? "draft" : "drafts"}
        {waiting > 0 ? `, ${waiting} waiting for approval` : ""}.
      </PageHeader>
      <Section title="Drafts">
        <Cards ws={ws} cards={board.drafts} empty="No drafts in hand." />
      </Section>
      <Section title="Under way">
        <Cards ws={ws} cards={board.live} empty="No journey is live yet." />
      </Section>
    </Page>
  );
}
