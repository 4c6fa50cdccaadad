import { redirect } from "next/navigation";

export default async function LibraryPage({ params }: { params: Promise<{ ws: string }> }) {
  redirect(`/${(await params).ws}/library/segments`);
}
