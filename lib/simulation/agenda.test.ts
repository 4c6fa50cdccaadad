import fc from "fast-check";
import { expect, test } from "vitest";
import { Agenda } from "@/lib/simulation/agenda";

test("things come by time, then rank, then in order of adding", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 }))), (items) => {
      const agenda = new Agenda<number>();
      for (const [place, [atMs, rank]] of items.entries()) agenda.add(atMs, rank, place);
      const taken: number[] = [];
      for (let item = agenda.take(); item; item = agenda.take()) taken.push(item.due);
      const expected = items
        .map((_, place) => place)
        .sort((a, b) => {
          const [[atA, rankA], [atB, rankB]] = [items[a] ?? [0, 0], items[b] ?? [0, 0]];
          return atA - atB || rankA - rankB || a - b;
        });
      expect(taken).toEqual(expected);
    }),
  );
});
