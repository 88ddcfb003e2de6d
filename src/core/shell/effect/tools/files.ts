import {type Call, defineTool, listOf, type Verdict} from '../define-tool';
import {verdicts} from '../judge';
import {writesSystem} from '../paths';

/** Programs that make, move and remove files. */
export const files = [
  defineTool({
    names: listOf('rm, rmdir, unlink, shred, truncate, wipefs, mkswap'),
    effect: 'destroy',
  }),
  defineTool({
    names: listOf('dd, fdisk, parted, lvremove, vgremove, pvremove'),
    effect: 'destroy',
  }),
  defineTool({
    names: listOf('mkfs, mkfs.ext4, mkfs.ext3, mkfs.xfs, mkfs.btrfs, mkfs.vfat'),
    effect: 'destroy',
  }),
  defineTool({
    names: listOf('mv, cp, install, ln, rsync, scp, sftp, chmod, chown'),
    effect: 'change',
    safe: ['--dry-run'],
  }),
  defineTool({
    names: listOf('chgrp, setfacl, mount, umount, fallocate, split, patch'),
    effect: 'change',
  }),
  defineTool({names: ['mkdir', 'mktemp', 'touch'], effect: 'read', judge: judgeTargets}),
  defineTool({names: ['tee'], effect: 'read', judge: judgeTargets}),
  defineTool({
    names: ['tar'],
    effect: 'read',
    flags: {'-x': 'change', '--extract': 'change', '--delete': 'destroy'},
    judge: ({arguments: [first]}) =>
      first !== undefined && /^[A-Za-z]*x[A-Za-z]*$/.test(first.value ?? '')
        ? verdicts('change', first, 'argument')
        : [],
  }),
  defineTool({
    names: listOf('gzip, gunzip, bzip2, xz, zstd, unzip, zip'),
    effect: 'change',
    safe: ['-l', '-t', '-c', '--stdout', '-p'],
  }),
  defineTool({
    names: ['find'],
    effect: 'read',
    dashes: 'single',
    flags: {'-delete': 'destroy', '-fprint': 'change'},
  }),
];

function judgeTargets(call: Call): readonly Verdict[] {
  return call.arguments.flatMap(word => verdicts(writesSystem(word, call), word, 'argument'));
}
