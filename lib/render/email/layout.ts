import { encodeEntities } from "@/lib/render/encode-entities";

export interface EmailParts {
  /** Rendered and escaped HTML. */
  body: string;
  /** Text. */
  preheader: string;
  callToAction: { label: string; url: string } | null;
  senderName: string;
  postalAddress: string;
  unsubscribeUrl: string | null;
  preferencesUrl: string | null;
  pixelUrl: string | null;
}

/** The frame around a body: one column of 600 px that narrows on phones and follows the reader's dark mode. */
export function emailLayout(parts: EmailParts): string {
  const text = encodeEntities;
  const button = parts.callToAction
    ? `<p style="margin:28px 0 4px"><a href="${text(parts.callToAction.url)}" class="button" style="display:inline-block;background:#2f5bea;color:#ffffff;text-decoration:none;font-weight:600;padding:12px 22px;border-radius:8px">${text(parts.callToAction.label)}</a></p>`
    : "";
  const links = [
    parts.unsubscribeUrl && `<a href="${text(parts.unsubscribeUrl)}" style="color:inherit">Unsubscribe</a>`,
    parts.preferencesUrl && `<a href="${text(parts.preferencesUrl)}" style="color:inherit">Preferences</a>`,
  ].filter(Boolean);
  const sender = [parts.senderName, parts.postalAddress.replace(/\s*\n\s*/g, ", ")]
    .filter((one) => one !== "")
    .map(text);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<style>:root{color-scheme:light dark}img{max-width:100%;height:auto}@media (max-width:640px){.card{padding:24px 20px!important;border-radius:0!important}.page{padding:0!important}}@media (prefers-color-scheme:dark){.page{background:#14161a!important}.card{background:#1d2026!important;color:#e9ebef!important}.card a:not(.button){color:#9db4ff!important}.foot{color:#9aa1ad!important}}</style></head>
<body class="page" style="margin:0;padding:0;background:#f4f5f7"><div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${text(parts.preheader)}</div>
<div class="page" style="background:#f4f5f7;padding:32px 12px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px"><tr><td class="card" style="background:#ffffff;color:#1b1e24;border-radius:12px;padding:36px 40px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.55">
${parts.body}
${button}</td></tr>
<tr><td class="foot" style="padding:20px 40px;color:#5b6270;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px;line-height:1.5;text-align:center">${sender.join("<br>")}${links.length > 0 ? `<br>${links.join(" &middot; ")}` : ""}</td></tr></table>
</td></tr></table></div>${parts.pixelUrl ? `<img src="${text(parts.pixelUrl)}" width="1" height="1" alt="" style="display:block;border:0">` : ""}</body></html>`;
}
