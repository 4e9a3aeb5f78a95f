import type { Metadata } from "next";
import { cache } from "react";
import { Article, hereOf } from "@/components/article/article";
import { ArticleHead } from "@/components/article/article-head";
import { Contents, partAnchors } from "@/components/article/contents";
import { withoutFigures } from "@/components/article/figures";
import { Margin } from "@/components/article/margin";
import { NotPublished } from "@/components/article/not-published";
import { ReadingBar } from "@/components/article/reading-bar";
import { Standing } from "@/components/article/standing";
import { Block } from "@/components/blocks/block";
import { found, pageReader } from "@/lib/auth/page";
import { actionsToday } from "@/lib/blocks/queries";
import { AppError } from "@/lib/errors";
import { getIncident } from "@/lib/incidents/queries";
import { paths } from "@/lib/paths";
import { findPostmortem } from "@/lib/postmortems/queries";
import type { PostmortemState } from "@/lib/postmortems/schema";
import { aroundOf, findVersion, isDraftNewer, listVersions } from "@/lib/versions/queries";

interface Props {
  params: Promise<{ ref: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const NUMBER = /^[1-9]\d{0,5}$/;

/** The version that the address names, or the newest; null where there is none for who may see the incident. */
const readVersion = cache(async (ref: string, asked: string | undefined) => {
  const { ctx } = await pageReader();
  const incident = await found(getIncident(ctx, ref));
  const n = asked === undefined ? undefined : NUMBER.test(asked) ? Number(asked) : 0;
  const version = await findVersion(ctx, ref, n).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  });
  return { ctx, incident, version };
});
const askedFor = async (searchParams: Props["searchParams"]) => {
  const { version } = await searchParams;
  return typeof version === "string" ? version : undefined;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { incident, version } = await readVersion((await params).ref, await askedFor(searchParams));
  return { title: `${version?.title ?? incident.title} (${incident.ref})` };
}

/** A published post-mortem, to be read: an article with its contents at the side, whole with scripts off, and as good on paper. */
export default async function ReadingPage({ params, searchParams }: Props) {
  const asked = await askedFor(searchParams);
  const { ctx, incident, version } = await readVersion((await params).ref, asked);
  const { ref } = incident;
  if (!version) return <Absent incidentRef={ref} asked={asked} postmortem={await findPostmortem(ctx, ref)} />;
  const { json, blocks, zone } = version;
  const [versions, draftNewer, today] = await Promise.all([listVersions(ctx, ref), isDraftNewer(ctx, ref), actionsToday(ctx, blocks)]);
  const reading = { incidentRef: ref, zone, around: aroundOf(blocks), blocks, today };
  return (
    <div
      className="article-page"
      style={
        {
          "--parts":
            partAnchors(json)
              .map(({ anchor }) => hereOf(anchor))
              .join(", ") || "none",
        } as object
      }
    >
      <link rel="stylesheet" media="print" href={paths.printStyle(ref, version.n)} />
      <ReadingBar incidentRef={ref}>
        <a href={paths.draft(ref)} className="rounded-sm py-1 text-soft hover:text-ink hover:underline">
          {incident.can.includes("postmortem.write") ? "Edit the draft" : "Read the draft"}
        </a>
      </ReadingBar>
      <div className="mx-auto grid w-full max-w-[82rem] gap-x-14 px-8 pb-24 max-md:px-4 lg:grid-cols-[11rem_minmax(0,41rem)] xl:grid-cols-[11rem_minmax(0,41rem)_minmax(0,13rem)] xl:gap-x-[4.5rem] print:block print:px-0 print:pb-0">
        <div className="lg:row-span-2 xl:row-span-1 print:hidden">
          <div className="h-8 lg:h-4" />
          <Contents doc={json} />
        </div>
        <main id="main" tabIndex={-1} className="min-w-0 outline-none lg:pt-12">
          <article>
            <Standing incidentRef={ref} n={version.n} newest={versions.items[0]?.n ?? version.n} draftNewer={draftNewer} />
            <ArticleHead incidentRef={ref} version={version} isPrivate={incident.visibility === "private"} />
            <Block kind="figures" filter="key" blocks={blocks} zone={zone} today={today} />
            <Article doc={withoutFigures(json)} reading={reading} />
          </article>
        </main>
        <div className="pt-14 lg:col-start-2 xl:col-start-3 xl:pt-[14.5rem] print:hidden">
          <Margin incidentRef={ref} version={version} versions={versions.items} blocks={blocks} today={today} />
        </div>
      </div>
    </div>
  );
}

function Absent({ incidentRef, asked, postmortem }: { incidentRef: string; asked: string | undefined; postmortem: PostmortemState | null }) {
  if (asked !== undefined && postmortem?.publishedVersion)
    return (
      <NotPublished title="There is no such version" incidentRef={incidentRef} way={{ href: paths.postmortem(incidentRef), label: "The newest version" }}>
        Versions are numbered from 1; the newest is shown where the address names none.
      </NotPublished>
    );
  if (postmortem?.status === "not_required")
    return (
      <NotPublished title="No post-mortem is required" incidentRef={incidentRef} way={{ href: paths.incident(incidentRef), label: "The incident" }}>
        {postmortem.reason}
      </NotPublished>
    );
  return (
    <NotPublished
      title="Not published yet"
      incidentRef={incidentRef}
      way={{ href: paths.draft(incidentRef), label: postmortem ? "Read the draft" : "Begin it" }}
    >
      {postmortem ? "The team is still writing it. Everyone who sees the incident may read the draft." : "Nobody has begun a post-mortem of this incident."}
    </NotPublished>
  );
}
