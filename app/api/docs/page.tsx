import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { Contents } from "@/components/docs/contents";
import { Endpoint } from "@/components/docs/endpoint";
import { Rules } from "@/components/docs/rules";
import { ShapesSection } from "@/components/docs/shapes-section";
import { chaptersOf, shapesIn } from "@/lib/http/docs";
import { openApi } from "@/lib/http/openapi";
import { paths } from "@/lib/paths";
import { resource } from "../v1/openapi.json/route";
import { resources } from "../v1/routes";

export const metadata: Metadata = { title: "The API" };

let made: { chapters: ReturnType<typeof chaptersOf>; shapes: ReturnType<typeof shapesIn> } | undefined;
function content() {
  if (made) return made;
  const document = openApi([...resources, resource]);
  made = { chapters: chaptersOf(document), shapes: shapesIn(document) };
  return made;
}

export default async function DocsPage() {
  const { chapters, shapes } = content();
  const host = (await headers()).get("host") ?? "localhost:3000";
  const origin = process.env.NEXTAUTH_URL ? new URL(process.env.NEXTAUTH_URL).origin : `http://${host}`;
  return (
    <div className="mx-auto max-w-[84rem] px-4 pb-24 sm:px-8">
      <header className="pt-8 pb-10">
        <Link href={paths.home()} className="font-semibold font-serif text-18">
          Candor
        </Link>
        <h1 className="mt-6 font-semibold font-serif text-36">The API</h1>
        <p className="mt-2 max-w-[68ch] text-16 text-soft">
          One contract for the screens, for scripts and for tests. For machines:{" "}
          <a className="link" href="/api/v1/openapi.json">
            openapi.json
          </a>
          .
        </p>
      </header>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <Contents chapters={chapters} />
        <main className="min-w-0">
          <Rules origin={origin} />
          {chapters.map((chapter) => (
            <section key={chapter.id} id={chapter.id} className="mt-12 scroll-mt-6">
              <h2 className="border-ink border-b pb-2 font-semibold font-serif text-28">{chapter.name}</h2>
              {chapter.endpoints.map((endpoint) => (
                <Endpoint key={endpoint.id} of={endpoint} />
              ))}
            </section>
          ))}
          <ShapesSection shapes={shapes} />
        </main>
      </div>
    </div>
  );
}
