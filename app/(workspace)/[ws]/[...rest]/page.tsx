import { notFound } from "next/navigation";

/** Addresses that are no page answer "not found" inside the frame. */
export default function Page() {
  notFound();
}
