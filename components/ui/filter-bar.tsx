import { Button } from "./button";
import { Input } from "./input";
import { join } from "./join";

interface FilterBarProps {
  label: string;
  q: string;
  placeholder: string;
  /** The query parameter the choices set. */
  name: string;
  value: string;
  options: readonly { value: string; label: string }[];
}

/** A search and one choice that live in the URL; works without JavaScript. */
export function FilterBar({ label, q, placeholder, name, value, options }: FilterBarProps) {
  return (
    <search aria-label={label}>
      <form className="flex flex-wrap items-center gap-3">
        <div className="w-60 max-sm:w-full">
          <Input
            type="search"
            name="q"
            icon="search"
            aria-label={placeholder}
            placeholder={placeholder}
            defaultValue={q}
          />
        </div>
        <div className="flex flex-wrap items-center gap-1">
          {options.map((option) => (
            <button
              key={option.value}
              type="submit"
              name={name}
              value={option.value}
              aria-pressed={option.value === value}
              className={join(
                "h-8 rounded-field px-2.5 text-body",
                option.value === value
                  ? "bg-accent-soft font-medium text-accent-text"
                  : "text-ink-2 hover:bg-sunken hover:text-ink",
              )}
            >
              {option.label}
            </button>
          ))}
        </div>
        <Button type="submit" className="visually-hidden">
          Search
        </Button>
      </form>
    </search>
  );
}
