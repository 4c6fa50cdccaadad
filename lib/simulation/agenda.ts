interface Item<T> {
  atMs: number;
  rank: number;
  place: number;
  due: T;
}

/** What happens next in virtual time: by time, then by rank, then in order of adding. A binary heap. */
export class Agenda<T> {
  readonly #heap: Item<T>[] = [];
  #added = 0;

  get nextAtMs(): number | null {
    return this.#heap[0]?.atMs ?? null;
  }

  add(atMs: number, rank: number, due: T): void {
    const heap = this.#heap;
    heap.push({ atMs, rank, place: this.#added++, due });
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#swapIfBefore(child, parent)) return;
      child = parent;
    }
  }

  take(): { atMs: number; due: T } | null {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return null;
    if (heap.length > 0) {
      heap[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink(): void {
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      if (left >= this.#heap.length) return;
      const child = right < this.#heap.length && this.#isBefore(right, left) ? right : left;
      if (!this.#swapIfBefore(child, parent)) return;
      parent = child;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a] as Item<T>, this.#heap[b] as Item<T>];
    return (one.atMs - other.atMs || one.rank - other.rank || one.place - other.place) < 0;
  }

  #swapIfBefore(a: number, b: number): boolean {
    if (!this.#isBefore(a, b)) return false;
    [this.#heap[a], this.#heap[b]] = [this.#heap[b] as Item<T>, this.#heap[a] as Item<T>];
    return true;
  }
}
