"use client";
import { Tooltip } from "@base-ui/react/tooltip";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useEffect, useState } from "react";
import { Toaster } from "sonner";
import { followSystemTheme } from "./theme";

const STALE_MS = 15_000;

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({ defaultOptions: { queries: { staleTime: STALE_MS, refetchOnWindowFocus: true, retry: 1 } } }),
  );
  useEffect(followSystemTheme, []);
  return (
    <NuqsAdapter>
      <QueryClientProvider client={client}>
        <Tooltip.Provider delay={400} closeDelay={0}>
          {children}
          <Toaster
            position="bottom-right"
            gap={8}
            toastOptions={{
              unstyled: true,
              classNames: {
                toast:
                  "flex w-[340px] items-center gap-3 rounded-float border border-line bg-raised px-4 py-3 text-body text-ink shadow-e3 font-sans",
                content: "min-w-0 flex-1",
                error: "border-bad/50",
                icon: "text-bad",
                actionButton:
                  "h-7 shrink-0 rounded-field border border-line px-2.5 font-medium hover:border-line-strong",
                closeButton: "order-last grid size-6 shrink-0 place-items-center rounded-tag text-ink-3 hover:text-ink",
              },
            }}
          />
        </Tooltip.Provider>
      </QueryClientProvider>
    </NuqsAdapter>
  );
}
