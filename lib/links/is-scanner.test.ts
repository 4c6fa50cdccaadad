import { expect, test } from "vitest";
import { scannerOfClick, scannerOfOpen } from "@/lib/links/is-scanner";

const browser = {
  "user-agent":
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36",
  accept: "text/html,application/xhtml+xml",
  "accept-language": "en",
};
const minuteMs = 60_000;

test.each([
  ["a person in a browser", "GET", browser, minuteMs, null],
  ["a person at once after it came", "GET", browser, 3_000, null],
  ["a person, time unknown", "GET", browser, null, null],
  ["HEAD", "HEAD", browser, minuteMs, "method"],
  ["browser prefetch", "GET", { ...browser, "sec-purpose": "prefetch;prerender" }, minuteMs, "prefetch"],
  ["older prefetch header", "GET", { ...browser, "x-moz": "prefetch" }, minuteMs, "prefetch"],
  ["link preview of a chat", "GET", { ...browser, "user-agent": "Slackbot-LinkExpanding 1.0" }, minuteMs, "agent"],
  [
    "mail gateway by name",
    "GET",
    { ...browser, "user-agent": "Mozilla/5.0 (compatible; Mimecast)" },
    minuteMs,
    "agent",
  ],
  ["Barracuda", "GET", { ...browser, "user-agent": "BarracudaCentral" }, minuteMs, "agent"],
  ["script", "GET", { ...browser, "user-agent": "python-requests/2.32" }, minuteMs, "agent"],
  ["no user agent", "GET", { accept: browser.accept }, minuteMs, "agent"],
  ["faster than anyone reads", "GET", browser, 300, "too_fast"],
  [
    "gateway with a browser's name right after sending",
    "GET",
    { "user-agent": browser["user-agent"], accept: "*/*" },
    4_000,
    "gateway",
  ],
  ["the same a minute later", "GET", { "user-agent": browser["user-agent"], accept: "*/*" }, minuteMs, null],
  [
    "SafeLinks trying the address",
    "GET",
    {
      "user-agent": browser["user-agent"],
      accept: "*/*",
      referer: "https://eur01.safelinks.protection.outlook.com/?url=x",
    },
    minuteMs,
    "wrapper",
  ],
  [
    "a person who came through SafeLinks",
    "GET",
    { ...browser, referer: "https://eur01.safelinks.protection.outlook.com/?url=x" },
    minuteMs,
    null,
  ],
] as const)("click: %s", (_name, method, headers, sinceSentMs, expected) => {
  expect(scannerOfClick({ method, headers, sinceSentMs })).toBe(expected);
});

test.each([
  ["a mail program", "GET", "Thunderbird/140", minuteMs, null],
  [
    "Gmail's proxy",
    "GET",
    "Mozilla/5.0 (Windows NT 5.1) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
    minuteMs,
    "agent",
  ],
  ["Apple's privacy proxy", "GET", "Mozilla/5.0", minuteMs, "agent"],
  ["too fast", "GET", "Thunderbird/140", 100, "too_fast"],
] as const)("open: %s", (_name, method, agent, sinceSentMs, expected) => {
  expect(scannerOfOpen({ method, headers: { "user-agent": agent }, sinceSentMs })).toBe(expected);
});
