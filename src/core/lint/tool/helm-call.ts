import type {Word} from '../../shell';
import {callsOf} from '../shell/calls';
import type {CommandNode} from '../node';
import {findOption, readOptions} from '../shell/options';
import type {Options} from '../shell/options';

export type HelmCall = {
  readonly verb: Word;
  /** What follows the verb, without flags. */
  readonly args: readonly Word[];
  readonly options: Options;
};

const GRAMMAR = {
  taking: 'nfog',
  takingLong:
    `namespace values set set-string set-file set-json set-literal version kube-context kubeconfig
    kube-apiserver kube-token output timeout repo username password ca-file cert-file key-file keyring
    history-max max description post-renderer post-renderer-args labels burst-limit qps
    registry-config repository-cache repository-config name-template`.split(/\s+/),
};

/** Calls of helm that do something: those with `--dry-run` or `--help` only show it. */
export function helmCalls(node: CommandNode): readonly HelmCall[] {
  return callsOf(node, 'helm', 'helm3').flatMap(({args}) => {
    const options = readOptions(args, GRAMMAR);
    const [verb, ...rest] = options.operands;
    const shows = findOption(options, 'dry-run', 'help', 'h') !== undefined;
    return verb === undefined || shows || options.open ? [] : [{verb, args: rest, options}];
  });
}
