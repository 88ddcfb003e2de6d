/** On a screen, in the dark and on paper; code wraps between words and never inside a flag. */
export const HANDBOOK_STYLES = `
:root{color-scheme:light dark;--muted:#5a6272;--line:#d7dbe4;--sunken:#f6f7fa;--link:#4a3fd1}
@media(prefers-color-scheme:dark){:root{--muted:#97a1b3;--line:#2b3240;--sunken:#161b24;--link:#aca8ff}}
body{max-width:52rem;margin:2rem auto;padding:0 1rem;font:16px/1.6 system-ui,sans-serif}
a{color:var(--link)}
nav ul{columns:18rem;padding-left:1.2rem}
article{border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem}
code,pre{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.875em}
:not(pre)>code{white-space:nowrap}
figure{margin:1rem 0}
figcaption{color:var(--muted);font-size:.85em}
pre{margin:.2rem 0;padding:.8rem 1rem;border:1px solid var(--line);border-radius:8px;background:var(--sunken);white-space:pre-wrap;overflow-wrap:anywhere}
pre span{white-space:nowrap}
dl{display:grid;grid-template-columns:auto 1fr;gap:0 1rem}dd{margin:0}
aside{border-left:3px solid;padding-left:1rem}
table{border-collapse:collapse;display:block;overflow-x:auto}
td,th{border:1px solid var(--line);padding:.25rem .6rem;text-align:left}
.change,.warning{color:#a35a00}.destroy,.critical,.danger{color:#b3132a}
@media(prefers-color-scheme:dark){.change,.warning{color:#f0b35a}.destroy,.critical,.danger{color:#ff8a97}}
@media print{nav{display:none}body{max-width:none;font-size:10pt}article{break-before:page}pre,figure{break-inside:avoid-page}}
`.replaceAll('\n', '');
