import type { Metadata } from "next";
import { DeclarePageLoader } from "@/components/declare/declare-page-loader";
import { PageHeader } from "@/components/layout/page-header";
import { pageReader } from "@/lib/auth/page";

export const metadata: Metadata = { title: "Declare an incident" };

/** Declaring as a page: for a bookmark and for links from elsewhere, which may bring a title along. */
export default async function DeclareIncidentPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  await pageReader();
  const { title } = await searchParams;
  return (
    <>
      <PageHeader title="Declare an incident">A title is enough, and it may be nothing.</PageHeader>
      <DeclarePageLoader start={typeof title === "string" ? { title: title.slice(0, 200) } : {}} />
    </>
  );
}
