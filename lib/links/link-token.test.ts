import fc from "fast-check";
import { expect, test } from "vitest";
import { type Link, signLink, TOKEN_LENGTH_MAX, verifyLink, workspaceOfLink } from "@/lib/links/link-token";

const link: Link = {
  kind: "click",
  workspaceId: "0b6f2c1e-9a51-4f3e-8d20-5d7f3a1c9e44",
  bucket: 211,
  messageId: "f3c9a1b2-1111-4222-8333-444455556666",
  target: "https://example.com/a?b=1&c=ü",
};

test("a token gives back what was signed", () => {
  const token = signLink(link, "secret");
  expect(workspaceOfLink(token)).toBe(link.workspaceId);
  expect(verifyLink(token, "click", "secret")).toEqual(link);
});

test("any changed character is refused", () => {
  const token = signLink(link, "secret");
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(..."ABCabc019_-"), (place, character) => {
      const changed = token.slice(0, place) + character + token.slice(place + 1);
      return changed === token || verifyLink(changed, "click", "secret") === null;
    }),
  );
});

test("another secret, another kind, a shortened or lengthened token are refused", () => {
  const token = signLink(link, "secret");
  expect(verifyLink(token, "click", "other")).toBeNull();
  expect(verifyLink(token, "unsubscribe", "secret")).toBeNull();
  for (const wrong of [
    "",
    "a",
    token.slice(0, -4),
    `${token}AAAA`,
    `${token}=`,
    `${token}%00`,
    "A".repeat(TOKEN_LENGTH_MAX + 1),
  ]) {
    expect(verifyLink(wrong, "click", "secret")).toBeNull();
  }
});
