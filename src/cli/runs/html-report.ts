import {printable} from '../../core';
import type {RunRecord} from '../../runner';
import {durationOf, shownTime, stateOf} from './run-state';
import {askedWords, excerptLines, factsOf, inputsOf, outcomeOf} from './run-summary';
import type {ReportedStep} from './run-summary';

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; background: #fff }
h2 { font-size: 1.1rem; margin-top: 2rem }
table { border-collapse: collapse }
th, td { text-align: left; vertical-align: top; padding: .1rem 1rem .1rem 0; overflow-wrap: anywhere }
pre { background: #f3f4f6; padding: .75rem 1rem; overflow-x: auto }
pre.output { background: #1b1f24; color: #e6e8eb }
@media (prefers-color-scheme: dark) { body { color: #e6e8eb; background: #16191d } pre { background: #22272e } }
`;

/** A page that stands alone: no script, nothing loaded, every text escaped. */
export function htmlReport(record: RunRecord, steps: readonly ReportedStep[]): string {
  const {begun, ended} = record;
  const title = `${begun.runbook.title}: ${stateOf(record)}`;
  const notBegun = ended?.notBegun ?? [];
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${escape(title)}</h1>`,
    `<p>${escape(`${shownTime(begun.time)}, ${durationOf(record)}`)}</p>`,
    rows([...factsOf(record), ...inputsOf(record)]),
    ...steps.map(stepHtml),
    ...(notBegun.length === 0 ? [] : [`<p>Not begun: ${escape(notBegun.join(', '))}</p>`]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function stepHtml(step: ReportedStep): string {
  const output = excerptLines(step);
  return [
    `<h2>${step.position}. ${escape(step.id)}: ${escape(outcomeOf(step))}</h2>`,
    ...step.asked.map(entry => `<p>Asked for ${escape(askedWords(entry))}</p>`),
    ...(step.planned === null ? [] : [`<pre>${lines(step.planned.text.split('\n'))}</pre>`]),
    ...(output.length === 0 ? [] : [`<pre class="output">${lines(output)}</pre>`]),
  ].join('\n');
}

function rows(facts: readonly (readonly [string, string])[]): string {
  const body = facts.map(
    ([name, value]) => `<tr><th scope="row">${escape(name)}</th><td>${escape(value)}</td></tr>`,
  );
  return `<table>\n${body.join('\n')}\n</table>`;
}

/** A first line feed in `pre` is swallowed by browsers. */
function lines(texts: readonly string[]): string {
  return `\n${texts.map(escape).join('\n')}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return printable(text).replace(/[&<>"']/g, character => ENTITIES[character] ?? '');
}
