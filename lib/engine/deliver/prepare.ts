import type { Sender } from "@/db/queries/workspace/read-sender";
import type { Delivered } from "@/lib/contract/channel";
import { renderEmail } from "@/lib/render/email/render-email";
import { urlEscape } from "@/lib/render/liquid/url-escape";
import type { Outlets } from "@/lib/engine/deliver/outlets";
import { liquidScope } from "@/lib/render/liquid/liquid-scope";
import type { Scene } from "@/lib/engine/deliver/load-scenes";
import { purpose } from "@/lib/journey/kinds/config";

/** A message ready to be handed over, with what is kept of it; or why it cannot be. */
export type Prepared =
  | { ok: true; send(): Promise<Delivered>; inputs: Record<string, unknown> }
  | { ok: false; delivered: Delivered };

/** Render one message for its channel. */
export async function prepare(
  scene: Scene,
  place: { workspaceId: string; bucket: number; sender: Sender; channels: Outlets },
): Promise<Prepared> {
  switch (scene.message.channel) {
    case "email":
      return prepareEmail(scene, place);
    case "in_app":
      return prepareInApp(scene, place);
    case "webhook":
      return prepareWebhook(scene, place);
    default:
      return refuse("channel.unavailable", { channel: scene.message.channel });
  }
}

type Place = Parameters<typeof prepare>[1];

function contentOf({ inputs, step, templateContent }: Scene) {
  const names = inputs.templateId ?? (step?.kind === "message" ? step.config.templateId : undefined);
  return inputs.content ?? (names ? templateContent : step?.kind === "message" ? step.config.content : null);
}

async function prepareEmail(scene: Scene, { workspaceId, bucket, sender, channels }: Place): Promise<Prepared> {
  const { message, inputs, person } = scene;
  const content = contentOf(scene);
  if (!content) return refuse("content.missing", {});
  const to = inputs.to ?? { name: person?.name ?? "", address: person?.email ?? "" };
  const result = await renderEmail(channels.renderer, content, liquidScope({ ...scene, sender }), {
    workspaceId,
    bucket,
    signingSecret: sender.signingSecret,
    senderName: sender.senderName || sender.name,
    senderAddress: sender.senderAddress || "no-reply@waymark.invalid",
    postalAddress: sender.postalAddress,
    baseUrl: channels.baseUrl,
    messageId: message.id,
    key: message.key,
    purpose: purpose.parse(message.purpose),
    to,
    isTest: inputs.isTest,
  });
  if (!result.ok) return refuse(result.problem.code, { part: result.problem.part, message: result.problem.message });
  return {
    ok: true,
    inputs: { subject: result.email.subject },
    send: () => channels.email.send(result.email, message.key),
  };
}

async function prepareInApp(scene: Scene, { sender, channels }: Place): Promise<Prepared> {
  const content = contentOf(scene);
  if (!content) return refuse("content.missing", {});
  const result = await channels.renderer.render(
    {
      subject: { source: content.subject, escape: "none" },
      body: { source: content.body, escape: "none" },
      label: { source: content.callToAction?.label ?? "", escape: "none" },
      url: { source: content.callToAction?.url ?? "", escape: urlEscape(content.callToAction?.url ?? "") },
    },
    liquidScope({ ...scene, sender }),
  );
  if (!result.ok) return refuse(result.problem.code, { part: result.problem.part, message: result.problem.message });
  const { subject, body, label, url } = result.rendered;
  const shown = { subject, body, callToAction: label && /^(https?:\/\/|\/)/i.test(url) ? { label, url } : null };
  return { ok: true, inputs: { subject, shown }, send: () => channels.in_app.send(shown, scene.message.key) };
}

async function prepareWebhook(scene: Scene, { sender, channels }: Place): Promise<Prepared> {
  if (scene.step?.kind !== "webhook") return refuse("content.missing", {});
  const { url, method, body } = scene.step.config;
  const result = await channels.renderer.render(
    { url: { source: url, escape: urlEscape(url) }, body: { source: body, escape: "json" } },
    liquidScope({ ...scene, sender }),
  );
  if (!result.ok) return refuse(result.problem.code, { part: result.problem.part, message: result.problem.message });
  const { rendered } = result;
  if (!isJson(rendered.body))
    return refuse("content.not_json", { message: "The body is not JSON once its variables are filled in." });
  const call = { url: rendered.url, method, body: rendered.body, signingSecret: sender.signingSecret };
  return { ok: true, inputs: {}, send: () => channels.webhook.send(call, scene.message.key) };
}

function refuse(code: string, detail: Record<string, unknown>): Prepared {
  return { ok: false, delivered: { outcome: "refused", code, detail } };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
