import type { Metadata } from "next";
import { NotHere } from "@/components/layout/not-here";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return <NotHere />;
}
