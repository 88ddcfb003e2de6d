import type {Random} from '../../random';
import type {World} from './world';

type Sentence = (world: World) => string;

export function inventParagraph(world: World, random: Random): string {
  return random
    .times(random.below(3) + 1, () => random.pick(SENTENCES)(world))
    .join(random.chance(0.3) ? '\n' : ' ');
}

export const HEADINGS = [
  'Meaning',
  'Impact',
  'Diagnosis',
  'Mitigation',
  'Rollback',
  'Escalation',
  'Background',
  'Possible causes',
] as const;

const SENTENCES: readonly [Sentence, ...Sentence[]] = [
  ({app}) => `The \`${app}\` service answers more slowly than its objective allows.`,
  ({namespace}) => `Everything that matters here runs in the namespace \`${namespace}\`.`,
  ({minutes}) => `Wait at least ${minutes} minutes before you decide that it did not help.`,
  () => 'Customers see a blank page or a spinner, and the support queue fills quickly.',
  ({app}) => `A deploy of **${app}** within the last hour is the most likely cause.`,
  () => 'Look at the [dashboard](https://grafana.internal/d/overview) first: it is quicker.',
  ({node}) => `If only ${node} shows it, suspect the machine and not the software.`,
  () => 'Nothing is lost: messages stay in the queue and are worked off later.',
  ({host}) => `The address https://${host}/ goes through the edge proxy, so test both sides.`,
  () => 'Ask in the channel of the owning team before you touch the database.',
  ({port}) => `The process listens on port ${port} and answers probes on the same port.`,
  () => 'A single restart is normal; three in a row within ten minutes are not.',
];
