import type { Metadata } from "next";
import { ComparedText, Pieces } from "@/components/article/compared";
import { NotPublished } from "@/components/article/not-published";
import { ReadingBar } from "@/components/article/reading-bar";
import { VersionChoice } from "@/components/article/version-choice";
import { found, pageReader } from "@/lib/auth/page";
import { compareVersions } from "@/lib/compare/queries";
import { AppError } from "@/lib/errors";
import { pageQuery } from "@/lib/http/page-query";
import { getIncident } from "@/lib/incidents/queries";
import { paths } from "@/lib/paths";
import { CompareQuery } from "@/lib/postmortems/schema";
import { listVersions } from "@/lib/versions/queries";

interface Props {
  params: Promise<{ ref: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await pageReader();
  const { ref } = await found(getIncident(ctx, (await params).ref));
  return { title: `What changed in the post-mortem of ${ref}` };
}

/** Two versions beside each other as one text. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { ctx } = await pageReader();
  const { ref } = await found(getIncident(ctx, (await params).ref));
  const { items: versions } = await listVersions(ctx, ref);
  const given = await searchParams;
  const asked = pageQuery(CompareQuery, given);
  const newest = versions[0]?.n;
  // What the address does not say is the newest step: from the version before it, or from the only one to the draft.
  const from = asked.from ?? (given.from === undefined ? (newest && newest > 1 ? newest - 1 : newest) : undefined);
  const to = asked.to ?? (given.from === undefined && newest && newest > 1 ? newest : undefined);
  const compared = from === undefined ? null : await compareVersions(ctx, ref, { from, to }).catch(absent);
  if (!compared || typeof compared === "string")
    return (
      <NotPublished
        title="There is nothing to compare"
        incidentRef={ref}
        way={newest ? { href: paths.postmortem(ref), label: "The newest version" } : { href: paths.draft(ref), label: "Read the draft" }}
      >
        {compared ?? (newest ? "The address names no version." : "No version of this post-mortem was published yet.")}
      </NotPublished>
    );
  const { added, removed } = compared.words;
  const same = compared.blocks.every(({ is }) => is === "same") && compared.title.every(({ is }) => is === "same");
  return (
    <>
      <ReadingBar incidentRef={ref}>
        <a href={paths.postmortem(ref)} className="rounded-sm py-1 text-soft hover:text-ink hover:underline">
          Read it
        </a>
      </ReadingBar>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[41rem] px-4 pt-12 pb-24 outline-none print:max-w-none print:px-0">
        <header className="border-ink border-b pb-5">
          <p className="font-mono text-13 text-soft">
            {ref}, {compared.from.n ? `version ${compared.from.n}` : ""} → {compared.to.n === null ? "the draft" : `version ${compared.to.n}`}
          </p>
          <h1 className="isolate-text mt-2 font-semibold font-serif text-28 tracking-[-0.012em] [overflow-wrap:anywhere]">
            <Pieces pieces={compared.title} />
          </h1>
          <p className="mt-3 text-14 text-soft">
            {same ? "Nothing differs." : `${added} ${added === 1 ? "word" : "words"} came, ${removed} went.`}
            {same ? null : (
              <>
                {" "}
                What came is <ins className="bg-add-word text-ink decoration-1 underline-offset-3">underlined</ins>, what went is{" "}
                <del className="bg-del-word text-ink decoration-1">struck through</del>.
              </>
            )}
          </p>
          <VersionChoice incidentRef={ref} versions={versions} from={compared.from.n} to={compared.to.n} />
        </header>
        <article dir="auto" className="pt-4 font-serif text-18 [font-variant-numeric:lining-nums_proportional-nums]">
          <ComparedText blocks={compared.blocks} />
        </article>
      </main>
    </>
  );
}

/** The sentence of a version that is not there. */
const absent = (error: unknown): string => {
  if (error instanceof AppError && error.code === "NOT_FOUND") return error.message;
  throw error;
};
