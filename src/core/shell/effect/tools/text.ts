import {type Call, defineTool, listOf, type Verdict} from '../define-tool';
import {verdicts} from '../judge';

const READERS =
  'cat,zcat,tac,nl,grep,egrep,fgrep,zgrep,rg,ag,awk,gawk,mawk,jq,yq,gojq,sort,uniq,head,wc,cut,tr,' +
  'paste,join,comm,column,fold,fmt,rev,xxd,hexdump,od,strings,base64,base32,md5sum,sha1sum,' +
  'sha256sum,sha512sum,cksum,diff,cmp,colordiff,file,stat,readlink,realpath,basename,dirname,expand,' +
  'shuf,seq,tsort,numfmt,iconv,envsubst,dos2unix,bat,xmllint,mlr,csvcut,zless,look,bc,expr,gron,fx,' +
  'logcli,jp,hjson,pup,datamash,sponge,ts,pv';

/** Files that hold what should not be on a screen. */
const SECRET_FILE =
  /(?:^|\/)(?:secrets?\/|\.env$|id_(?:rsa|ed25519)$|\.kube\/config$|\.pgpass$|shadow$|token$)|\.(?:key|pem)$/;

export const text = [
  defineTool({names: listOf(READERS), effect: 'read', judge: judgeFiles}),
  defineTool({
    names: ['sed', 'perl'],
    effect: 'read',
    flags: {'-i': 'change', '--in-place': 'change'},
    takes: ['-e', '-f', '-E'],
  }),
  defineTool({
    names: ['tail'],
    effect: 'read',
    takes: listOf('-n, -c, --lines, --bytes, --pid, -s'),
    flags: {'-f': 'blocking', '-F': 'blocking', '--follow': 'blocking'},
    judge: judgeFiles,
  }),
  defineTool({names: ['less', 'more', 'most'], effect: 'read', judge: judgePager}),
  defineTool({
    names: listOf('vi, vim, nvim, nano, emacs, view, visudo, crontab-edit'),
    effect: 'change',
    traits: ['interactive'],
  }),
  defineTool({names: ['man', 'info'], effect: 'read', traits: ['interactive']}),
];

function judgeFiles({program, arguments: words}: Call): readonly Verdict[] {
  if (program.value === 'stat' || program.value === 'file') return [];
  const secret = words.find(({value}) => value !== undefined && SECRET_FILE.test(value));
  return secret === undefined ? [] : verdicts('secrets', secret, 'argument');
}

/** At the end of a pipe a pager still takes the terminal. */
function judgePager({program}: Call): readonly Verdict[] {
  return verdicts('interactive', program, 'program');
}
