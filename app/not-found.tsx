import type { Metadata } from "next";
import { QuietPage } from "@/components/layout/quiet-page";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <QuietPage title="There is nothing here" intro="The address may be mistyped, or what stood here may have moved.">
      <ButtonLink href={paths.home()} variant="primary">
        To the start
      </ButtonLink>
    </QuietPage>
  );
}
