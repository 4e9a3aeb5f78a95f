import type { Metadata } from "next";
import { NotPublished } from "@/components/article/not-published";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <NotPublished title="There is nothing here">
      It may have moved, or you may not be among the people who can see it. If someone sent you here, ask them to let you in.
    </NotPublished>
  );
}
