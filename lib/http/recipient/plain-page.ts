import { encodeEntities } from "@/lib/render/encode-entities";

/** A page for recipients: works without scripts, in any mail program's browser, light and dark. `body` is HTML. */
export function plainPage(title: string, body: string, status = 200): Response {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${encodeEntities(title)}</title>
<style>:root{color-scheme:light dark;--bg:#f4f5f7;--card:#fff;--ink:#1b1e24;--ink-2:#555c69;--line:#dfe2e8;--accent:#2f5bea}
@media (prefers-color-scheme:dark){:root{--bg:#14161a;--card:#1d2026;--ink:#e9ebef;--ink-2:#a3aab6;--line:#343944;--accent:#4a72f0}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;display:grid;place-items:start center;padding:10vh 16px}
main{width:100%;max-width:480px;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:32px}
h1{font-size:22px;line-height:1.3;margin:0 0 12px}p{margin:0 0 16px;color:var(--ink-2)}p:last-child{margin:0}
button{font:inherit;font-weight:600;color:#fff;background:#2f5bea;border:0;border-radius:8px;padding:11px 20px;min-height:44px;cursor:pointer}
button.quiet{color:var(--ink);background:transparent;border:1px solid var(--line)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}a{color:inherit}
fieldset{border:0;border-top:1px solid var(--line);margin:0;padding:16px 0}legend{font-weight:600;padding:0 8px 0 0}
label{display:flex;gap:12px;align-items:flex-start;min-height:44px;padding:8px 0}input{width:20px;height:20px;margin:2px 0 0;accent-color:#2f5bea}
small{display:block;color:var(--ink-2)}.actions{display:flex;flex-wrap:wrap;gap:12px;border-top:1px solid var(--line);padding-top:20px}</style></head>
<body><main>${body}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}

/** One answer for every link that is not ours, whatever is wrong with it. */
export function deadLinkPage(): Response {
  return plainPage(
    "This link does not work",
    "<h1>This link does not work</h1><p>It may have been cut off on its way. Open it again from the message, in full.</p>",
    404,
  );
}
