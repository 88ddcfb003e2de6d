import {type Call, defineTool, type Verdict, verbsOf} from '../define-tool';
import {verdicts} from '../judge';

/** Each prints or writes one report instead of opening the prompt of pprof. */
const REPORTS =
  'top,text,list,peek,traces,tree,svg,png,pdf,gif,raw,proto,dot,disasm,weblist,callgrind,comments,tags,eog,ps'.split(
    ',',
  );

const VERBS = {
  ...verbsOf('read', 'version, env, list, doc, vet, tool pprof, tool nm, tool objdump'),
  ...verbsOf(['blocking', 'interactive'], 'tool trace'),
};

export const go = [
  defineTool({names: ['go'], effect: 'change', dashes: 'single', verbs: VERBS, judge: judgeGo}),
  defineTool({names: ['pprof'], effect: 'read', dashes: 'single', judge: judgePprof}),
];

function judgeGo(call: Call): readonly Verdict[] {
  const [first, second] = call.arguments;
  return first?.value === 'tool' && second?.value === 'pprof' ? judgePprof(call) : [];
}

function judgePprof(call: Call): readonly Verdict[] {
  const served = call.flag('-http', '-web');
  if (served !== undefined) return verdicts('blocking', served, 'flag');
  const report = call.flag(...REPORTS.map(name => `-${name}`), '-h', '-help');
  if (report !== undefined || call.fed) return [];
  return verdicts('interactive', call.program, 'no-command');
}
