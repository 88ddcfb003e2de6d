import {type Call, defineTool, listOf, type Verdict} from '../define-tool';
import {verdicts} from '../judge';

const HARMLESS =
  'echo,printf,test,[,true,false,:,sleep,cd,pwd,pushd,popd,dirs,export,declare,typeset,local,readonly,' +
  'unset,set,shopt,shift,return,exit,break,continue,wait,read,mapfile,readarray,getopts,let,type,hash,' +
  'alias,unalias,which,whereis,command,builtin,eval,exec,trap,times,ulimit,umask,jobs,fg,bg,disown,' +
  'help,compgen,complete,caller,logger,yes,clear,tput,say,tty';

const SYSTEM =
  'date,ls,ll,tree,id,whoami,who,w,groups,hostname,uname,arch,uptime,free,df,du,lsblk,blkid,findmnt,ps,pstree,' +
  'pgrep,pidof,lsof,fuser,vmstat,iostat,mpstat,pidstat,sar,nproc,lscpu,lspci,lsusb,lsmod,last,' +
  'lastlog,getent,locale,getconf,numactl,ss,netstat,arp,route,ethtool,' +
  'cal,ldd,nm,objdump,readelf,lsns,getfacl,quota,smartctl,ipcs,chronyc,ntpq,sensors';

const WRAPPING =
  'sudo,doas,timeout,xargs,nohup,setsid,nice,ionice,stdbuf,time,chroot,unbuffer,flock,nsenter,strace,' +
  'ltrace,parallel,caffeinate';

/** What a shell script is made of, and programs that only show. */
export const builtins = [
  defineTool({names: listOf(HARMLESS), effect: 'read'}),
  defineTool({names: listOf(SYSTEM), effect: 'read'}),
  defineTool({
    names: ['env', 'printenv'],
    effect: 'read',
    takes: ['-u', '-C'],
    judge: judgeEnvironment,
  }),
  defineTool({
    names: ['dmesg'],
    effect: 'read',
    flags: {'-w': 'blocking', '--follow': 'blocking', '-C': 'destroy'},
  }),
  defineTool({names: listOf(WRAPPING), effect: 'read'}),
  defineTool({names: ['watch'], effect: 'read', traits: ['interactive', 'blocking']}),
  defineTool({
    names: listOf('top, htop, atop, btop, iotop, iftop, nethogs, slabtop, k9s, ctop'),
    effect: 'read',
    traits: ['interactive', 'blocking'],
    takes: listOf('-n, -d, -u, -p, -U, -o'),
    lifts: {'-b': 'interactive', '-n': 'blocking', '--once': 'blocking'},
  }),
];

/** Without a command or a name the whole environment is printed, and passwords with it. */
function judgeEnvironment({program, arguments: words}: Call): readonly Verdict[] {
  const printsOne = program.value?.endsWith('printenv') === true ? words.length > 0 : false;
  const runs = words.some(({text}) => !/^[A-Za-z_]\w*=/.test(text));
  return printsOne || runs ? [] : verdicts('secrets', program, 'program');
}
