import { expect, test } from "vitest";
import { emailLayout } from "@/lib/render/email/layout";
import { plainText } from "@/lib/render/email/plain-text";
import { asHtml } from "@/lib/render/email/render-email";
import { rewriteLinks } from "@/lib/render/email/rewrite-links";

test("plain writing becomes paragraphs, also with a link in it; HTML stays as it is", () => {
  expect(asHtml("Hi,\n\nline one\nline <b>two</b>\n\n")).toBe("<p>Hi,</p>\n<p>line one<br>line <b>two</b></p>");
  expect(asHtml("<p>Hi</p>\n\n<p>you</p>")).toBe("<p>Hi</p>\n\n<p>you</p>");
});

test.each([
  ['<a href="https://a.test/?x=1&amp;y=2">', '<a href="T[https://a.test/?x=1&amp;y=2]">'],
  ["<a class='b' href='http://a.test'>", `<a class='b' href="T[http://a.test]">`],
  ['<A HREF = "https://a.test">', '<A HREF = "T[https://a.test]">'],
  ['<a href="mailto:a@b.test">', '<a href="mailto:a@b.test">'],
  ['<a href="#top">', '<a href="#top">'],
  ['<a href="javascript:alert(1)">', '<a href="#">'],
  ['<a href="java&#115;cript:x">', '<a href="#">'],
  ['<a href="data:text/html,x">', '<a href="#">'],
  ['<a href="/relative">', '<a href="#">'],
  ['<img src="https://a.test/i.png">', '<img src="https://a.test/i.png">'],
])("%s", (html, expected) => {
  expect(rewriteLinks(html, (url) => `T[${url}]`)).toBe(expected);
});

test("the plain part keeps paragraphs, lists and addresses", () => {
  const html =
    '<style>p{}</style><p>Dear Ann &amp; Bo,</p><p>See <a href="https://a.test">this</a>.<br>Bye</p><ul><li>one</li><li>two</li></ul>';
  expect(plainText(html)).toBe("Dear Ann & Bo,\n\nSee this (https://a.test).\nBye\n\n- one\n\n- two");
});

test("the frame escapes what is text", () => {
  const html = emailLayout({
    body: "<p>x</p>",
    preheader: "<i>",
    callToAction: { label: "Go <now>", url: 'https://a.test/"' },
    senderName: "A & B",
    postalAddress: "Street 1\nTown",
    unsubscribeUrl: null,
    preferencesUrl: null,
    pixelUrl: null,
  });
  expect(html).toContain("&lt;i&gt;");
  expect(html).toContain("Go &lt;now&gt;");
  expect(html).toContain('href="https://a.test/&#34;"');
  expect(html).toContain("A &amp; B<br>Street 1, Town");
  expect(html).not.toContain("Unsubscribe");
});
