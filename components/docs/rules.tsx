import { errorCodes } from "@/lib/http/docs";
import { Code } from "./code";

const RULES: [string, string][] = [
  [
    "Lists",
    "answer {items, nextCursor}. Send nextCursor back as cursor; limit is 1 to 100, 25 where left out. Unknown parameters and fields are refused, not skipped.",
  ],
  ["Times", "are ISO 8601 with their zone, as 2026-03-01T14:02:00Z. What happened may lie at most 24 hours ahead."],
  ["Twice is once", "for a POST with an Idempotency-Key: the same key and body again is the same answer, for seven days."],
  ["Two hands on one row", "are told of each other: send the ETag that you read as If-Match, and a stale one is a 409 that holds the row as it stands."],
  ["What you cannot see", "is not there: 404, never 403. It is so in lists, counts and searches as well."],
];

const FIRST = `export CANDOR=ORIGIN
export TOKEN=…   # Settings → Tokens; shown once

curl "$CANDOR/api/v1/incidents?status=triage,investigating" \\
  -H "Authorization: Bearer $TOKEN"`;

const REFUSED = `{
  "type": "/api/docs#invalid",
  "title": "Something in the input needs a look",
  "status": 422,
  "code": "INVALID",
  "detail": "title: Say at least one character",
  "requestId": "0190c9a2-6d1e-7b3a-9c58-2f4f3f6f7a10",
  "errors": [{ "path": "title", "message": "Say at least one character" }]
}`;

/** What holds for every address. */
export function Rules({ origin }: { origin: string }) {
  return (
    <>
      <section id="begin" className="scroll-mt-6">
        <h2 className="font-semibold font-serif text-22">To begin</h2>
        <p className="mt-2 max-w-[68ch] text-soft leading-[1.55]">
          Everything that the screens do, a script can do by the same addresses and under the same rules. Make a token under Settings; its scope says whether it
          may write.
        </p>
        <div className="mt-4 max-w-[44rem]">
          <Code label="The first request">{FIRST.replace("ORIGIN", origin)}</Code>
        </div>
      </section>
      <section id="rules" className="mt-10 scroll-mt-6">
        <h2 className="font-semibold font-serif text-22">Rules that hold everywhere</h2>
        <dl className="mt-3 max-w-[68ch]">
          {RULES.map(([name, words]) => (
            <div key={name} className="py-1.5">
              <dt className="inline font-[550]">{name}</dt> <dd className="inline text-soft">{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section id="errors" className="mt-10 scroll-mt-6">
        <h2 className="font-semibold font-serif text-22">Refusals</h2>
        <p className="mt-2 max-w-[68ch] text-soft leading-[1.55]">
          Each is a problem document (RFC 9457) with a code to branch on, a sentence for people, and for input each field with its path.
        </p>
        <div className="mt-4 grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
          <dl>
            {errorCodes.map(({ code, status, words, id }) => (
              <div key={code} id={id} className="grid scroll-mt-6 gap-x-4 border-hairline border-t py-2 target:bg-mark sm:grid-cols-[14rem_minmax(0,1fr)]">
                <dt className="font-mono text-13">
                  {status} {code}
                </dt>
                <dd className="text-13 text-soft">{words}.</dd>
              </div>
            ))}
          </dl>
          <Code label="A problem document">{REFUSED}</Code>
        </div>
      </section>
    </>
  );
}
