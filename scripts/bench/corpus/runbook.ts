import {inventCommands} from './blocks';
import {HEADINGS, inventParagraph} from './prose';
import {inventQuery} from './queries';
import {seeded} from '../../random';
import type {Random} from '../../random';
import {inventWorld} from './world';
import type {World} from './world';

export type Runbook = {
  readonly path: string;
  readonly source: string;
  /** The shell blocks without prompts and output, as a person would save them for a linter. */
  readonly scripts: readonly string[];
  /** All queries, those in comments and rule files included. */
  readonly queries: readonly string[];
  /** Those of the queries that stand in a rule file beside the runbook. */
  readonly rules: readonly string[];
};

/** Blocks and queries of ten runbooks in a row: ten blocks and four queries on average. */
const BLOCKS = [7, 13, 10, 9, 11, 8, 12, 10, 6, 14] as const;
const QUERIES = [4, 3, 5, 4, 4, 2, 6, 4, 0, 8] as const;

export function inventRunbook(index: number): Runbook {
  const random = seeded(index + 1);
  const world = inventWorld(random);
  const isManyAlerts = index % 25 === 0;
  const title = `${world.app} in ${world.namespace} ${index}`;
  const blocks = BLOCKS[index % 10] ?? 10;
  const queries = QUERIES[index % 10] ?? 4;
  const sections = Array.from({length: blocks}, (_, number) => {
    const about = isManyAlerts ? inventWorld(random) : world;
    const first = Math.floor((number * queries) / blocks);
    const end = Math.floor(((number + 1) * queries) / blocks);
    const heading = isManyAlerts ? `Alert ${about.app} ${number}` : headingOf(number);
    return inventSection(about, {random, heading, queries: end - first});
  });
  return {
    path: `team-${index % 40}/runbook-${index}.md`,
    source: [
      inventFrontMatter(title, random),
      `# ${title}`,
      ...sections.flatMap(({lines}) => lines),
    ].join('\n'),
    scripts: sections.map(({script}) => `${script.join('\n')}\n`),
    queries: sections.flatMap(section => section.queries),
    rules: sections.flatMap(({rules}) => rules),
  };
}

function headingOf(number: number): string {
  const word = HEADINGS[number % HEADINGS.length] ?? 'Notes';
  return number < HEADINGS.length ? word : `${word} ${number}`;
}

/** Hugo's, Middleman's, or none at all. */
function inventFrontMatter(title: string, {pick}: Random): string {
  return pick([
    '',
    `---\ntitle: "${title}"\nweight: 20\ndate: 2024-03-11T09:00:00Z\ntags: [oncall, alerts]\n---\n`,
    `---\ntitle: ${title}\nlast_reviewed_on: 2024-02-01\nreview_in: 6 months\nowner_slack: "#oncall"\n---\n`,
  ]);
}

type SectionPlan = {readonly random: Random; readonly heading: string; readonly queries: number};

function inventSection(world: World, {random, heading, queries: count}: SectionPlan) {
  const queries = random.times(count, () => ({
    text: inventQuery(world, random),
    home: random.pick(['rule', 'rule', 'comment', 'block', 'block', 'block', 'block']),
  }));
  const homed = (home: string) => queries.filter(query => query.home === home);
  // A query of several lines does not fit into a comment.
  const flat = homed('comment').map(({text}) => text.replace(/\s+/g, ' '));
  const script = [...flat.map(text => `# PromQL: ${text}`), ...inventCommands(world, random)];
  const blocks = homed('block').flatMap(({text}) => ['```promql', text, '```', '']);
  return {
    lines: [
      '',
      ...(random.chance(0.6) ? [`## ${heading}`, ''] : []),
      inventParagraph(world, random),
      '',
      ...blocks,
      ...inventFence(script, random),
    ],
    script,
    queries: queries.map(({text, home}) => (home === 'comment' ? text.replace(/\s+/g, ' ') : text)),
    rules: homed('rule').map(({text}) => text),
  };
}

/** The block as authors write it: plain, with prompts and output, or indented in a list. */
function inventFence(script: readonly string[], random: Random): readonly string[] {
  const form = random.below(100);
  const isOneLiners = !script.some(line => /^ |\\$|<<|^(for|until|done|# )/.test(line));
  if (form < 38 && isOneLiners) {
    const output = random.chance(0.6) ? inventOutput(random) : [];
    return ['```console', ...script.map(line => `$ ${line}`), ...output, '```'];
  }
  const fence = [`\`\`\`${random.pick(['bash', 'bash', 'shell', 'sh'])}`, ...script, '```'];
  if (form > 85) return ['1. Run this:', '', ...fence.map(line => `   ${line}`)];
  return fence;
}

function inventOutput({below, times}: Random): readonly string[] {
  return [
    'NAME                       READY   STATUS    RESTARTS   AGE',
    ...times(
      below(4) + 1,
      () => `worker-${below(900)}   1/1   Running   ${below(9)}   ${below(90)}m`,
    ),
  ];
}
