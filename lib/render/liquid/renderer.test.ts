import { afterAll, expect, test } from "vitest";
import { Renderer } from "@/lib/render/liquid/renderer";

const renderer = new Renderer(1);
afterAll(() => renderer.close());

const html = (source: string) => ({ body: { source, escape: "html" as const } });

test("values are escaped for where they are put", async () => {
  const scope = { person: { name: `<b>"A & B"</b>`, tags: ["x"] } };
  const result = await renderer.render(
    {
      html: { source: "{{ person.name }}", escape: "html" },
      url: { source: "https://x.test/?n={{ person.name }}", escape: "url" },
      json: { source: `{"n":"{{ person.name }}","t":{{ person.tags }}}`, escape: "json" },
      none: { source: "{{ person.name | upcase }}", escape: "none" },
    },
    scope,
  );
  if (!result.ok) throw new Error(result.problem.message);
  expect(result.rendered.html).toBe("&lt;b&gt;&#34;A &amp; B&#34;&lt;/b&gt;");
  expect(result.rendered.url).toBe("https://x.test/?n=%3Cb%3E%22A%20%26%20B%22%3C%2Fb%3E");
  expect(JSON.parse(result.rendered.json)).toEqual({ n: scope.person.name, t: ["x"] });
  expect(result.rendered.none).toBe(`<B>"A & B"</B>`);
});

test("a missing variable renders empty and is listed when asked", async () => {
  const result = await renderer.render(
    html(
      "Hi {{ person.nmae }}{{ person.name }} {{ context.order.total }} {% for x in account.list %}{{ x.y }}{% endfor %}",
    ),
    { person: { name: "Ann" }, context: {}, account: null },
    { wantUnknown: true },
  );
  expect(result).toEqual({
    ok: true,
    rendered: { body: "Hi Ann  " },
    unknown: ["person.nmae", "context.order.total", "account.list"],
  });
});

test("a template that is wrong says which part and line", async () => {
  const result = await renderer.render(html("Hi {{ person.name | shout }}"), {});
  expect(result).toMatchObject({ ok: false, problem: { code: "liquid.wrong", part: "body" } });
  expect(await renderer.render(html("{% if %}"), {})).toMatchObject({ ok: false, problem: { code: "liquid.wrong" } });
});

test("no template reads a file or a prototype", async () => {
  expect(await renderer.render(html("{% include 'package.json' %}"), {})).toMatchObject({ ok: false });
  expect(await renderer.render(html("[{{ person.constructor.name }}]"), { person: {} })).toMatchObject({
    ok: true,
    rendered: { body: "[]" },
  });
});

test("a bomb is stopped within its time, and the next template still renders", async () => {
  await renderer.render(html("warm"), {});
  const loop =
    "{% for a in (1..30000) %}{% for b in (1..30000) %}{{ a | times: b | append: 'x' | upcase }}{% endfor %}{% endfor %}";
  const started = performance.now();
  const slow = await renderer.render(html(loop), {});
  expect(slow.ok).toBe(false);
  expect(performance.now() - started).toBeLessThan(1500);
  expect(await renderer.render(html("{{ person.name }}"), { person: { name: "Ann" } })).toMatchObject({
    ok: true,
    rendered: { body: "Ann" },
  });
});

test("a template that eats memory fails alone", async () => {
  const grow = `{% assign a = "${"x".repeat(1000)}" %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}{{ a }}`;
  expect((await renderer.render(html(grow), {})).ok).toBe(false);
  expect(await renderer.render(html("ok"), {})).toMatchObject({ ok: true });
});

test("what liquid's own clock does not see is stopped from outside", async () => {
  const started = performance.now();
  const slow = await renderer.render(
    { body: { source: '{{ person.bio | split: "" | sort_natural | sort_natural | size }}', escape: "html" } },
    { person: { bio: "zebra crossing".repeat(70_000) } },
  );
  // Which of the two limits it meets first depends on the machine; both act from outside the worker.
  expect(slow).toMatchObject({ ok: false, problem: { code: expect.stringMatching(/^liquid\.too_(slow|big)$/) } });
  expect(performance.now() - started).toBeLessThan(1500);
  expect(await renderer.render(html("ok"), {})).toMatchObject({ ok: true });
});
