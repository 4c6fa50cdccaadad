import { loadRecipients } from "@/db/queries/message/load-recipients";
import { readSender } from "@/db/queries/workspace/read-sender";
import { renderEmail } from "@/lib/render/email/render-email";
import { type LiquidPerson, liquidScope } from "@/lib/render/liquid/liquid-scope";
import { sharedRenderer } from "@/lib/render/liquid/shared-renderer";
import { previewMessageContract } from "@/lib/contract/message/preview-message";
import { AppError } from "@/lib/errors/app-error";
import { bucketOf } from "@/lib/hash/bucket-of";
import { defineVerb } from "@/lib/services/define-verb";

export interface MessagePreview {
  subject: string;
  /** A whole HTML document for e-mail; empty for other channels. */
  html: string;
  text: string;
  /** Variables the content names that this person does not have; they render empty. */
  unknownVariables: string[];
  /** Why it cannot be rendered; everything else is empty then. */
  problem: { part: string; message: string } | null;
}

/** Render content as one person would get it. Links are plain and nothing is counted. */
export const previewMessage = defineVerb(
  previewMessageContract,
  async ({ ctx, tx }, { channel, purpose, content, personId, sample, context }): Promise<MessagePreview> => {
    const sender = await readSender(tx);
    const person = personId
      ? ((await loadRecipients(tx, bucketOf(personId), [personId])).get(personId) ?? null)
      : sampleOf(sample);
    if (!sender || !person)
      throw new AppError("not_found", "There is no such person. Choose another one to preview with.");
    const scope = liquidScope({ person, context, sender });
    const empty = { subject: "", html: "", text: "", unknownVariables: [] };
    if (channel !== "email") {
      const parts = {
        subject: { source: content.subject, escape: "none" as const },
        body: { source: content.body, escape: "none" as const },
      };
      const result = await sharedRenderer().render(parts, scope, { wantUnknown: true });
      if (!result.ok) return { ...empty, problem: result.problem };
      return {
        subject: result.rendered.subject,
        html: "",
        text: result.rendered.body,
        unknownVariables: result.unknown,
        problem: null,
      };
    }
    const result = await renderEmail(
      sharedRenderer(),
      content,
      scope,
      {
        workspaceId: ctx.workspaceId,
        signingSecret: sender.signingSecret,
        senderName: sender.senderName || sender.name,
        senderAddress: sender.senderAddress,
        postalAddress: sender.postalAddress,
        baseUrl: "",
        bucket: 0,
        messageId: ctx.workspaceId,
        key: "preview",
        purpose,
        to: { name: person.name ?? "", address: person.email ?? "" },
        isTest: false,
        isPreview: true,
      },
      { wantUnknown: true },
    );
    if (!result.ok) return { ...empty, problem: result.problem };
    return {
      subject: result.email.subject,
      html: result.email.html,
      text: result.email.text,
      unknownVariables: result.unknown,
      problem: null,
    };
  },
);

function sampleOf(sample: Record<string, unknown>): LiquidPerson {
  const text = (name: string) => (typeof sample[name] === "string" ? sample[name] : null);
  return {
    externalId: text("id"),
    email: text("email"),
    phone: text("phone"),
    name: text("name"),
    traits: sample,
    accountTraits: null,
  };
}
