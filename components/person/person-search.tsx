"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Input } from "@/components/ui/input";

export function PersonSearch({ ws, q }: { ws: string; q: string }) {
  const router = useRouter();
  const [text, setText] = useState(q);
  return (
    <search aria-label="People">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          router.push(text ? `/${ws}/people?q=${encodeURIComponent(text)}` : `/${ws}/people`);
        }}
      >
        <Input
          aria-label="Search by name, e-mail or id"
          placeholder="Search by name, e-mail or id"
          value={text}
          onValueChange={setText}
          className="w-72!"
        />
      </form>
    </search>
  );
}
