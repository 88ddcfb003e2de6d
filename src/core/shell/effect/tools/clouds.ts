import type {Word} from '../../types';
import {type Call, defineTool, listOf, type Verdict} from '../define-tool';
import {verdicts} from '../judge';

const READING =
  /^(?:describe|list|ls|get|show|head|lookup|search|scan|query|filter|wait|info|version|print|tail|logs?|status|history|validate|help|whoami|current|view|read|exists|check|count|export)(?:-|$)/;
const DESTROYING =
  /^(?:delete|terminate|remove|rm|rb|destroy|purge|deregister|revoke|drop|kill|empty|deprovision|reset)(?:-|$)/;
const SECRET =
  /^(?:get-secret-value|access|get-login-password|get-password-data|print-access-token|get-access-token|assume-role|get-session-token|decrypt|get-credentials-report)$/;

const TAKES = listOf(
  '--region, --profile, --output, --query, --project, --zone, --format, --filter, -o, ' +
    '-g, -n, --name, --resource-group, --subscription, --account, --location, --cluster, ' +
    '--filters, --limit',
);

/** Clouds have thousands of commands, but name them by a few verbs. */
export const clouds = [
  defineTool({
    names: listOf(
      'aws, gcloud, az, doctl, gsutil, bq, oci, ibmcloud, hcloud, linode-cli, flyctl, fly, ' +
        'heroku, eksctl, vault, consul, nomad, etcdctl, argocd, flux, velero, istioctl, ' +
        'linkerd, cilium, hubble, kind, minikube, rabbitmqctl, rabbitmqadmin, gh, glab, ' +
        'nats, wrangler, stripe, op, rclone, s3cmd, mc, vercel, netlify, kafka-topics.sh, ' +
        'sops, argo, tkn, kubeadm, calicoctl, snyk, trivy',
    ),
    effect: 'read',
    takes: TAKES,
    safe: ['--dry-run', '--dryrun', '--help'],
    judge: judgeCloud,
  }),
];

function judgeCloud({arguments: words, program, flag}: Call): readonly Verdict[] {
  const verbs = words.slice(0, 4);
  const secret = verbs.find(({value}) => value !== undefined && SECRET.test(value));
  const outcome = verbs.map(wordOutcome).find(found => found !== undefined);
  const follow = flag('--follow', '-f', '--watch', '-w');
  const word = verbs.find(verb => wordOutcome(verb) !== undefined);
  return [
    ...(secret === undefined ? [] : verdicts('secrets', secret, 'verb')),
    ...(outcome === undefined && secret === undefined
      ? verdicts('change', verbs[0] ?? program, 'unknown-verb')
      : verdicts(outcome ?? 'read', word ?? program, 'verb')),
    ...(follow !== undefined &&
    FOLLOWING.test(follow.text) &&
    /^(?:tail|logs?|get|watch)/.test(word?.value ?? '')
      ? verdicts('blocking', follow, 'flag')
      : []),
  ];
}

/** `vault kv get -field=password` has long flags behind one dash. */
const FOLLOWING = /^(?:--|-[fw]$)/;

function wordOutcome({value = ''}: Word) {
  if (DESTROYING.test(value)) return 'destroy';
  return READING.test(value) ? 'read' : undefined;
}
