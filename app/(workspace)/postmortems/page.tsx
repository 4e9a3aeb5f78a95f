import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { pageReader } from "@/lib/auth/page";

export const metadata: Metadata = { title: "Post-mortems" };

export default async function PostmortemsPage() {
  await pageReader();
  return <PageHeader title="Post-mortems" />;
}
