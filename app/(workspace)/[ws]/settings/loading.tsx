import { Skeleton } from "@/components/ui/skeleton";

export default function SettingsLoading() {
  return (
    <div role="status" aria-label="Loading" className="flex max-w-[560px] flex-col gap-6">
      <Skeleton className="h-7 w-80" />
      {["first", "second", "third"].map((key) => (
        <div key={key} className="flex flex-col gap-2">
          <Skeleton className="w-28" />
          <Skeleton className="h-8" />
        </div>
      ))}
    </div>
  );
}
