import {programName} from '../../shell';
import type {CommandLayer, SimpleCommand, Word} from '../../shell';
import type {CommandNode, ScriptNode} from '../node';

/** A call of one program, wherever it stands: alone, behind `sudo`, in `bash -c '…'`. */
export type ProgramCall = {
  readonly name: string;
  readonly program: Word;
  readonly args: readonly Word[];
  readonly layer: CommandLayer;
};

/** The calls of the named programs in a command, the outermost first. */
export function callsOf(
  {layers}: Pick<CommandNode, 'layers'>,
  ...names: readonly string[]
): readonly ProgramCall[] {
  // Dozens of rules ask this of every command, and most of them for nothing.
  let calls: ProgramCall[] | undefined;
  for (const layer of layers) {
    const program = layer.argv[0];
    const name = programName(program);
    if (program === undefined || name === undefined || !names.includes(name)) continue;
    calls ??= [];
    calls.push({name, program, args: layer.argv.slice(1), layer});
  }
  return calls ?? NONE;
}

const NONE: readonly ProgramCall[] = [];

/** The first command of the pipeline that a call stands in; undefined where that is a loop or group. */
export function pipelineHead(
  {layer}: Pick<ProgramCall, 'layer'>,
  script: ScriptNode,
): SimpleCommand | undefined {
  return stagesOf(layer, script).find(({stage}) => stage.index === 0);
}

/** The simple commands of the pipeline that a call stands in. */
export function stagesOf(layer: CommandLayer, script: ScriptNode): readonly SimpleCommand[] {
  const {stage} = layer.command;
  if (stage.length === 1) return [layer.command];
  const {commands} = layer.nested ?? script.shell;
  return commands.filter(other => other.stage.pipeline === stage.pipeline);
}
