import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** A plain form: the search lives in the URL. */
export function MailSearch({ search }: { search: string }) {
  return (
    <search className="max-w-[480px]">
      <form className="flex items-center gap-2">
        <div className="flex-1">
          <Input
            type="search"
            name="search"
            aria-label="Search mail"
            placeholder="Subject, sender or recipient"
            icon="search"
            defaultValue={search}
          />
        </div>
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}
