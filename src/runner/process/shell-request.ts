import type {CommandStep} from '../../core';
import type {Environment, SpawnRequest} from './spawn';

/**
 * How a shell gets a script: whole, as one argument, so that no value of an input can become a part
 * of it. The name of the step stands where messages of the shell name the script.
 */
export function shellRequest(
  {language, script, name}: Pick<CommandStep, 'language' | 'script' | 'name'>,
  {
    cwd,
    env,
    stdio,
  }: {
    readonly cwd: string;
    readonly env: Environment;
    readonly stdio: SpawnRequest['stdio'];
  },
): SpawnRequest {
  const args =
    language === 'sh' ? ['-eu', '-c', script, name] : ['-euo', 'pipefail', '-c', script, name];
  return {file: language, args, cwd, env, stdio};
}
