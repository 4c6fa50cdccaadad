const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#34": '"',
  "#39": "'",
};

/** The plain-text part of an e-mail body: paragraphs apart, links as "text (address)", list items with a dash. */
export function plainText(html: string): string {
  return html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/\s+/g, " ")
    .replace(/<a\b[^>]*?\bhref\s*=\s*["']([^"']*)["'][^>]*>(.*?)<\/a>/gi, (_all, url: string, text: string) => {
      const words = text.replace(/<[^>]*>/g, "").trim();
      return words === url || words === "" ? url : `${words} (${url})`;
    })
    .replace(/<li\b[^>]*>/gi, "\n- ")
    .replace(/<br\b[^>]*>|<\/(div|tr|ul|ol|li)>/gi, "\n")
    .replace(/<\/?(p|h[1-6]|table|blockquote|section)\b[^>]*>/gi, "\n\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&([a-z]+|#\d+);/gi, (all, name: string) => entities[name.toLowerCase()] ?? all)
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
