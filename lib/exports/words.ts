import type { ExportFormat } from "../postmortems/words";

export const MEDIA_TYPES: Record<ExportFormat, string> = {
  md: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/** The look of the file: the reading page's, in the reader's own fonts, and good on paper. Nothing in it names another place. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1d2330;--soft:#565d69;--line:#dcd8cf;--paper:#f9f7f2;--sunken:#f1eee7;--accent:#9a4a1c;--calm:#1f6b4f;--later:#2f5597;--red:#a8322a}
@media (prefers-color-scheme:dark){:root{--ink:#ece9e2;--soft:#b6b9c0;--line:#3a4250;--paper:#161c26;--sunken:#111620;--accent:#e5a06f;--calm:#8ccbb0;--later:#a9c3ef;--red:#f0a097}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{max-width:42rem;margin:0 auto;padding:3.5rem 1.25rem 5rem;font:18px/1.625 "Source Serif 4","Source Serif Pro",Charter,"Iowan Old Style",Georgia,serif;overflow-wrap:break-word}
header,footer,nav,table,.rows,.kind,figcaption{font-family:"Instrument Sans",system-ui,-apple-system,"Segoe UI",sans-serif}
header p,footer{margin:.4rem 0 0;font-size:14px;line-height:1.5;color:var(--soft)}
.ref{font:13px ui-monospace,Menlo,Consolas,monospace}
h1{margin:.35rem 0 0;font:600 2.25rem/1.12 "Source Serif 4","Source Serif Pro",Charter,Georgia,serif;letter-spacing:-.012em;text-wrap:balance}
h2,h3,h4{margin:2.4rem 0 .5rem;font-weight:600;line-height:1.25;text-wrap:balance}
h2{font-size:1.4rem}h3{font-size:1.15rem}h4{font-size:1rem}
p{margin:0 0 1rem}a{color:inherit;text-underline-offset:3px}
nav{margin:2rem 0 0;padding:1rem 0;border:solid var(--line);border-width:1px 0;font-size:14px}
nav ol{margin:0;padding-left:1.25rem;columns:2;column-gap:2rem}nav a{text-decoration:none}nav a:hover{text-decoration:underline}
main{padding-top:1rem}
ul,ol{padding-left:1.4rem;margin:0 0 1rem}li>p{margin:0 0 .35rem}
.tasks{list-style:none;padding-left:0}.tasks>li{position:relative;padding-left:1.7rem}.box{position:absolute;left:0}.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
blockquote{margin:1.25rem 0;padding-left:1rem;border-left:2px solid var(--line);color:var(--soft)}
aside{margin:1.5rem 0;padding:.9rem 1.1rem;border-left:3px solid var(--accent);background:var(--sunken)}aside>:last-child{margin-bottom:0}
.kind{margin:0 0 .25rem;font-size:13px;font-weight:600;color:var(--soft)}
code{font:.85em ui-monospace,Menlo,Consolas,monospace}
pre{margin:1.25rem 0;padding:.8rem 1rem;background:var(--sunken);border:1px solid var(--line);border-radius:8px;overflow-x:auto;line-height:1.5}pre code{font-size:13px}
.hljs-keyword,.hljs-selector-tag,.hljs-built_in,.hljs-type,.hljs-section{color:var(--later)}
.hljs-string,.hljs-regexp,.hljs-addition,.hljs-attr{color:var(--calm)}
.hljs-number,.hljs-literal,.hljs-symbol,.hljs-variable{color:var(--accent)}
.hljs-deletion{color:var(--red)}.hljs-comment,.hljs-quote,.hljs-meta{color:var(--soft);font-style:italic}
.wide{overflow-x:auto;margin:1.25rem 0}table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.45}
th,td{padding:.45rem .7rem .45rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}th{font-weight:600;color:var(--soft)}
figure{margin:1.5rem 0}img{max-width:100%;height:auto;border:1px solid var(--line)}figcaption{margin-top:.35rem;font-size:13px;color:var(--soft)}.absent{padding:1rem;border:1px dashed var(--line)}
.rows{margin:1.5rem 0;font-size:15px;line-height:1.55}.rows ul{padding-left:1.1rem}
hr{border:0;border-top:1px solid var(--line);margin:2rem 0}
footer{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--line)}
@media (max-width:40rem){nav ol{columns:1}h1{font-size:1.75rem}}
@page{margin:20mm 18mm}
@media print{html{background:#fff;color:#000}body{max-width:none;padding:0;font-size:11pt}h2,h3,h4{break-after:avoid}figure,aside,tr{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}pre{white-space:pre-wrap;overflow-wrap:anywhere}main a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;word-break:break-all}}
`.trim();
