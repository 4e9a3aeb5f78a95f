/** What stands above and below each printed page but the first: what it is, and where one is in it. */
export function RunningHead({ title, incidentRef, nonce }: { title: string; incidentRef: string; nonce: string | undefined }) {
  const name = `${incidentRef} · ${title.length > 90 ? `${title.slice(0, 89).replace(/[\ud800-\udbff]$/, "")}…` : title}`;
  return (
    <style
      nonce={nonce}
    >{`@media print{@page{margin:24mm 22mm 22mm;@top-left{content:${cssText(name)};font:8.5pt Georgia,serif;color:#555}@bottom-right{content:counter(page) " / " counter(pages);font:8.5pt Georgia,serif;color:#555}}@page :first{@top-left{content:none}}}`}</style>
  );
}

/** A string of CSS in which every sign but letters, digits and spaces is an escape: nothing in it can end it. */
export const cssText = (text: string): string =>
  `"${[...text].map((sign) => (/[\p{L}\p{N} ]/u.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `)).join("")}"`;
