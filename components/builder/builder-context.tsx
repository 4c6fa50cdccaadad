"use client";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { BuilderState, BuilderStore } from "./builder-store";

const Context = createContext<BuilderStore | null>(null);
export const BuilderProvider = Context.Provider;

export function useBuilderStore(): BuilderStore {
  const store = useContext(Context);
  if (!store) throw new Error("A part of the builder stands outside it.");
  return store;
}

/** Reads a slice; the part draws again only when that slice changes. */
export function useBuilder<T>(slice: (state: BuilderState) => T): T {
  return useStore(useBuilderStore(), slice);
}

export function useStep(stepId: string) {
  return useBuilder((state) => state.stepsById.get(stepId));
}
