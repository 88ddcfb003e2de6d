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
  return layers.flatMap(layer => {
    const [program, ...args] = layer.argv;
    const name = programName(program);
    if (program === undefined || name === undefined || !names.includes(name)) return [];
    return [{name, program, args, layer}];
  });
}

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
