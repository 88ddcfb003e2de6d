import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {stringify} from 'yaml';
import {parseRunbook} from '../src/core';

const path = 'docs/guides/alert-links.md';
const {blocks} = parseRunbook(readFileSync(join(__dirname, '..', path), 'utf8'), {path});

const promtool = process.env['PROMTOOL'] ?? 'promtool';
const isFound = spawnSync(promtool, ['--version']).status === 0;
const isSkipped = !isFound && process.env['CI'] !== 'true';
if (isSkipped)
  process.stdout.write('The links of alerts are not tested: no promtool, set PROMTOOL\n');

const folder = mkdtempSync(join(tmpdir(), 'alert-links-'));
afterAll(() => rmSync(folder, {recursive: true}));

describe.skipIf(isSkipped)('the templates of the guide, expanded by Prometheus', () => {
  const site = 'https://docs.sqlstudio.io/alerts';

  it('give a link with the inputs that the labels of the alert fill', () => {
    expect(
      expand(alertmanagerTemplate(), {namespace: 'sql-studio', pod: 'web-0', node: 'n1'}),
    ).toBe(`${site}/PodCrashLooping#v.NAMESPACE=sql-studio&v.POD_NAME=web-0&v.NODE_NAME=n1&`);
  });

  it('leave out what the alert has no label for', () => {
    expect(expand(alertmanagerTemplate(), {pod: 'web-0'})).toBe(
      `${site}/PodCrashLooping#v.POD_NAME=web-0&`,
    );
  });

  it('keep the value of a label one value, whatever is in it', () => {
    const pod = `a&v.B=1#x y+z%"'<script>é`;
    const link = expand(alertmanagerTemplate(), {pod});
    expect(link).toMatch(/^[\w:/.#=&%+-]+$/);
    expect([...new URLSearchParams(new URL(link).hash.slice(1))]).toEqual([['v.POD_NAME', pod]]);
  });

  it('do so in the annotation of a rule too', () => {
    const link = expand(block('runbook_url'), {namespace: 'sql-studio', pod: 'a&b c'});
    expect(link).toBe(`${site}/PodCrashLooping#v.NAMESPACE=sql-studio&v.POD_NAME=a%26b+c`);
  });
});

/** Prometheus has `.Labels` as Alertmanager has it for one alert of a notification. */
function alertmanagerTemplate(): string {
  return `${block('runbook.tmpl')}{{ template "runbook.url" . }}`;
}

function block(title: string): string {
  const found = blocks.find(({meta}) => meta.includes(`title="${title}"`));
  if (found === undefined) throw new Error(`The guide has no block with the title ${title}.`);
  return found.text.trim();
}

/** What Prometheus makes of an annotation: promtool prints it, as it is not what was expected. */
function expand(annotation: string, labels: Readonly<Record<string, string>>): string {
  const rule = {alert: 'PodCrashLooping', expr: 'restarts > 0', annotations: {link: annotation}};
  const rules = {groups: [{name: 'web', rules: [rule]}]};
  // Alertmanager sees this label; Prometheus adds it after it has expanded the annotations.
  const series = {alertname: 'PodCrashLooping', ...labels};
  const name = Object.entries(series).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const unit = {
    rule_files: ['rules.yml'],
    tests: [
      {
        input_series: [{series: `restarts{${name.join(',')}}`, values: '1'}],
        alert_rule_test: [
          {
            alertname: 'PodCrashLooping',
            eval_time: '0m',
            exp_alerts: [{exp_labels: labels, exp_annotations: {link: 'unknown'}}],
          },
        ],
      },
    ],
  };
  writeFileSync(join(folder, 'rules.yml'), stringify(rules));
  writeFileSync(join(folder, 'test.yml'), stringify(unit));
  const {stdout, stderr} = spawnSync(promtool, ['test', 'rules', 'test.yml'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const output = `${stdout}${stderr}`;
  const got = output.slice(output.indexOf('got:'));
  const [, link] = /Annotations:\{[^]*?link="((?:[^"\\]|\\.)*)"/.exec(got) ?? [];
  if (link === undefined) throw new Error(`promtool does not show the annotation:\n${output}`);
  return JSON.parse(`"${link}"`);
}
