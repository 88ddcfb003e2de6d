import type {Tool} from '../define-tool';
import {builtins} from './builtins';
import {clouds} from './clouds';
import {containers} from './containers';
import {curl} from './curl';
import {databases} from './databases';
import {files} from './files';
import {git} from './git';
import {go} from './go';
import {helm} from './helm';
import {kubectl} from './kubectl';
import {monitoring} from './monitoring';
import {network} from './network';
import {provisioning} from './provisioning';
import {redis} from './redis';
import {shells} from './shells';
import {system} from './system';
import {text} from './text';

export const TOOLS: readonly Tool[] = [
  ...builtins,
  ...clouds,
  ...containers,
  curl,
  ...databases,
  ...files,
  git,
  ...go,
  helm,
  kubectl,
  ...monitoring,
  ...network,
  ...provisioning,
  redis,
  ...shells,
  ...system,
  ...text,
];

const BY_NAME: ReadonlyMap<string, Tool> = new Map(
  TOOLS.flatMap(tool => tool.names.map(name => [name, tool] as const)),
);

/** What is known of the program of that name, given without its folder. */
export function findTool(name: string): Tool | undefined {
  return BY_NAME.get(name);
}
