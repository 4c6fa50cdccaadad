import { createHash } from "node:crypto";
import type { RenderedEmail } from "@/lib/contract/channel";
import { emailLayout } from "@/lib/render/email/layout";
import { plainText } from "@/lib/render/email/plain-text";
import { isTracked, rewriteLinks } from "@/lib/render/email/rewrite-links";
import { urlEscape } from "@/lib/render/liquid/url-escape";
import type { Renderer, RenderResult } from "@/lib/render/liquid/renderer";
import type { Purpose } from "@/lib/journey/kinds/config";
import { type LinkKind, signLink } from "@/lib/links/link-token";

/** Content as stored on a step or template. */
export interface MessageContent {
  subject: string;
  preheader: string;
  body: string;
  callToAction?: { label: string; url: string } | undefined;
}

export interface EmailEnvelope {
  workspaceId: string;
  signingSecret: string;
  senderName: string;
  senderAddress: string;
  postalAddress: string;
  /** Where this installation is reached, without a trailing slash. */
  baseUrl: string;
  bucket: number;
  messageId: string;
  key: string;
  purpose: Purpose;
  to: { name: string; address: string };
  isTest: boolean;
  /** A preview keeps plain links: there is no message yet that a click could be about. */
  isPreview?: boolean;
}

export type EmailRendered =
  | { ok: true; email: RenderedEmail; unknown: string[] }
  | { ok: false; problem: (RenderResult<string> & { ok: false })["problem"] };

/** Liquid, frame, tracked links, way out and headers: everything of one e-mail but its sending. */
export async function renderEmail(
  renderer: Renderer,
  content: MessageContent,
  scope: object,
  envelope: EmailEnvelope,
  options: { wantUnknown?: boolean } = {},
): Promise<EmailRendered> {
  const action = content.callToAction?.label && content.callToAction.url ? content.callToAction : null;
  const result = await renderer.render(
    {
      subject: { source: content.subject, escape: "none" },
      preheader: { source: content.preheader, escape: "none" },
      body: { source: asHtml(content.body), escape: "html" },
      label: { source: action?.label ?? "", escape: "none" },
      url: { source: action?.url ?? "", escape: urlEscape(action?.url ?? "") },
    },
    scope,
    options,
  );
  if (!result.ok) return result;
  const { rendered } = result;
  const link = (kind: LinkKind, target = "") =>
    signLink(
      { kind, workspaceId: envelope.workspaceId, bucket: envelope.bucket, messageId: envelope.messageId, target },
      envelope.signingSecret,
    );
  const { baseUrl } = envelope;
  const track = (url: string) => (envelope.isPreview ? url : `${baseUrl}/l/${link("click", url)}`);
  const hasWayOut = envelope.purpose !== "transactional";
  const wayOut = (path: string, kind: LinkKind) =>
    !hasWayOut ? null : envelope.isPreview ? "#" : `${baseUrl}/${path}/${link(kind)}`;
  const unsubscribeUrl = wayOut("u", "unsubscribe");
  const url = rendered.url.trim();
  const framed = {
    body: rewriteLinks(rendered.body, (one) => one),
    preheader: oneLine(rendered.preheader),
    callToAction: action && isTracked(url) ? { label: rendered.label, url } : null,
    senderName: envelope.senderName,
    postalAddress: envelope.postalAddress,
    unsubscribeUrl,
    preferencesUrl: wayOut("p", "preferences"),
    pixelUrl: envelope.isPreview ? null : `${baseUrl}/o/${link("open")}`,
  };
  const tracked = {
    ...framed,
    body: rewriteLinks(framed.body, track),
    callToAction: framed.callToAction && { ...framed.callToAction, url: track(url) },
  };
  const subject = oneLine(rendered.subject) || "(no subject)";
  return {
    ok: true,
    unknown: result.unknown,
    email: {
      workspaceId: envelope.workspaceId,
      from: { name: envelope.senderName, address: envelope.senderAddress },
      to: envelope.to,
      subject: envelope.isTest ? `[Test] ${subject}` : subject,
      html: emailLayout(tracked),
      text: textPart(tracked),
      messageId: `${createHash("sha256").update(`${envelope.workspaceId} ${envelope.key}`).digest("hex").slice(0, 40)}@${envelope.senderAddress.split("@")[1] || "waymark.invalid"}`,
      headers: {
        "X-Waymark-Message": envelope.messageId,
        ...(unsubscribeUrl
          ? { "List-Unsubscribe": `<${unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
          : {}),
      },
    },
  };
}

function textPart(parts: Parameters<typeof emailLayout>[0]): string {
  const foot = [
    parts.senderName,
    parts.postalAddress,
    parts.unsubscribeUrl && `Unsubscribe: ${parts.unsubscribeUrl}`,
    parts.preferencesUrl && `Preferences: ${parts.preferencesUrl}`,
  ];
  return [
    plainText(parts.body),
    parts.callToAction && `${parts.callToAction.label}: ${parts.callToAction.url}`,
    `--\n${foot.filter(Boolean).join("\n")}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

const BLOCK_TAG =
  /<(p|div|table|tr|td|ul|ol|li|h[1-6]|section|article|header|footer|blockquote|pre|hr|br|center|html|body)\b/i;

/** A body that sets no blocks itself is plain writing, links and bold words included: blank lines part paragraphs. */
export function asHtml(body: string): string {
  if (BLOCK_TAG.test(body)) return body;
  return body
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => `<p>${part.replace(/\n/g, "<br>")}</p>`)
    .join("\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
