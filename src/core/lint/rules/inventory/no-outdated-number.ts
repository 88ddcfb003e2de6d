import type {MarkdownDocument} from '../../../document';
import {findAlerts} from '../../../inventory';
import type {AlertRule} from '../../../inventory';
import {constantOf, parsePromql, readDuration, walkPromql} from '../../../promql';
import {proseOf} from '../../runbook/prose';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'inventory/no-outdated-number',
  summary: 'Disallow numbers in a runbook that differ from the alert’s rule',
  why: 'The rule was changed and the page was not: the reader looks for a fault that is not there, or takes one for harmless.',
  severity: 'warning',
  messages: {
    for: 'Found `{{found}}`, expected `{{wanted}}`: the alert `{{alert}}` in `{{path}}` has `for: {{wanted}}`.',
    threshold: 'Found `{{found}}`, but the alert `{{alert}}` in `{{path}}` compares with `{{wanted}}`.',
  },
  examples: {
    good: [
      {
        title: 'the numbers of the rule, in words of its own, and numbers of other things',
        source:
          '---\nrunbook:\n  alert: HighErrorRate\n---\n\nThe alert fires when more than 5 % of requests fail for 5 minutes.\n\nWait for 10 minutes. Latency above 500 ms is another alert.\n\n- It fires\n- for 10 minutes\n\n| fires | for 10 minutes |\n|---|---|\n| a | b |\n',
        files: {
          'alerts.yml':
            'groups:\n  - name: web\n    rules:\n      - alert: HighErrorRate\n        expr: errors / requests > 0.05\n        for: 5m\n',
        },
      },
    ],
    bad: [
      {
        title: 'a rule that was changed',
        source:
          '---\nrunbook:\n  alert: HighErrorRate\n---\n\nThe alert fires when the share of errors exceeds 10% for\n10 minutes. It fires for 1 hour.\n',
        files: {
          'alerts.yml':
            'groups:\n  - name: web\n    rules:\n      - alert: HighErrorRate\n        expr: errors / requests > 0.05\n        for: 5m\n',
        },
        reports: ['6:50-6:53 Found `10%`, but the alert `HighErrorRate` in `alerts.yml` compares with `0.05`.', '7:1-7:11 Found `10 minutes`, expected `5m`: the alert `HighErrorRate` in `alerts.yml` has `for: 5m`.', '7:26-7:32 Found `1 hour`, expected `5m`: the alert `HighErrorRate` in `alerts.yml` has `for: 5m`.'],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      file({document}) {
        const [name, ...others] = document.runbook.alerts;
        // On a page about several alerts nobody can tell which one a sentence is about.
        if (inventory === undefined || name === undefined || others.length > 0) return;
        const [rule, ...more] = findAlerts(inventory, name);
        if (rule === undefined || more.length > 0) return;
        const {alert, path} = rule;
        for (const claim of claimsIn(document)) {
          const wanted = claim.kind === 'for' ? pendingOf(rule, claim) : thresholdOf(rule, claim);
          if (wanted === undefined) continue;
          const at = document.places.span(claim.start, claim.end);
          const data = {found: claim.text, wanted, alert, path};
          report({at, message: claim.kind, data});
        }
      },
    };
  },
});

type Claim = {
  readonly kind: 'for' | 'threshold';
  readonly text: string;
  readonly value: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
};

/** A sentence about when the alert fires, on one line or several, outside of tables and headings. */
const SENTENCE =
  /(?:^|(?<=[.!?:]\s))(?![#>|])[^.!?:|\n]*?\b(?:alert|rule|it|this)\s+(?:fires|triggers)\b(?:[^.!?:|\n]|\.\d|\n(?!\s*(?:\n|[-*+#>]|\d+[.)])))*/gim;
const TABLE_ROW = /^(?:[ \t]*\||.*\s\|\s).*$/gm;
const PENDING = /\bfor\s+(?:at least\s+|more than\s+)?(?<value>\d+)[\s-]*(?<unit>s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hours?)\b/gi;
const THRESHOLD =
  /\b(?:exceeds?|above|over|more than|greater than)\s+(?<value>\d+(?:\.\d+)?)\s*(?<unit>%|percent\b|ms\b|milliseconds?\b|s\b|seconds?\b)/gi;

function claimsIn(document: MarkdownDocument): readonly Claim[] {
  const prose = proseOf(document).replace(TABLE_ROW, row => ' '.repeat(row.length));
  return Array.from(prose.matchAll(SENTENCE)).flatMap(({index, 0: sentence}) =>
    numbersIn(sentence, index, 'for').concat(numbersIn(sentence, index, 'threshold')),
  );
}

function numbersIn(sentence: string, from: number, kind: Claim['kind']): readonly Claim[] {
  const pattern = kind === 'for' ? PENDING : THRESHOLD;
  const found = Array.from(sentence.matchAll(pattern));
  // With two of them the sentence tells more than one rule can say.
  if (found.length !== 1) return [];
  return found.flatMap(({index, 0: whole, groups = {}}) => {
    const value = groups['value'] ?? '';
    const end = from + index + whole.length;
    const start = from + index + whole.search(/\d/);
    const text = whole.slice(whole.search(/\d/));
    return [{kind, text, value: Number(value), unit: groups['unit'] ?? '', start, end}];
  });
}

/** The rule's own `for`, where it differs. */
function pendingOf({for: pending}: AlertRule, {value, unit}: Claim): string | undefined {
  const reading = pending === undefined ? undefined : readDuration(pending);
  if (pending === undefined || reading?.kind !== 'value') return undefined;
  return reading.value === value * secondsIn(unit) ? undefined : pending;
}

function secondsIn(unit: string): number {
  if (/^h/i.test(unit)) return 3600;
  return /^m/i.test(unit) ? 60 : 1;
}

/** The only number that the rule compares with, where the page has another in every unit. */
function thresholdOf({expr: text}: AlertRule, {value, unit}: Claim): string | undefined {
  const {expr, errors} = parsePromql(text);
  if (expr === undefined || errors.length > 0) return undefined;
  const compared: number[] = [];
  const all: number[] = [];
  walkPromql(expr, node => {
    if (node.kind === 'number') all.push(node.value);
    if (node.kind !== 'binary' || !/^[<>]=?$/.test(node.operator)) return;
    const constant = constantOf(node.right) ?? constantOf(node.left);
    // A comparison with 0 keeps a denominator from being 0.
    if (constant !== undefined && constant !== 0) compared.push(constant);
  });
  const [threshold, ...others] = compared;
  if (threshold === undefined || others.length > 0) return undefined;
  const readings = readingsOf(value, unit);
  if ([threshold, ...all].some(number => readings.some(reading => isClose(reading, number)))) return undefined;
  return String(threshold);
}

function readingsOf(value: number, unit: string): readonly number[] {
  if (/^(?:%|percent)/i.test(unit)) return [value, value / 100, 1 - value / 100, 100 - value];
  return [value, value / 1000, value * 1000, value / 60];
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1);
}
