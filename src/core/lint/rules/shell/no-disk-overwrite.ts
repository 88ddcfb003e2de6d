import type {Word} from '../../../shell';
import {callsOf} from '../../shell/calls';
import {defineRule} from '../../rule';

const DISK = /^\/dev\/(?:sd|hd|vd|xvd|nvme|mmcblk|disk|mapper\/)/;
const FORMATTERS = ['mkfs', 'wipefs', 'shred', 'mkswap', 'blkdiscard', 'badblocks'];
const FAMILY = 'ext2 ext3 ext4 xfs btrfs vfat fat f2fs ntfs'.split(' ').map(name => `mkfs.${name}`);

export default defineRule({
  id: 'shell/no-disk-overwrite',
  summary: 'Disallow commands that overwrite the disk that they name literally',
  why: 'Disks get other names after a restart: what was `/dev/sdb` yesterday may hold the system today, and nothing asks before it is overwritten.',
  severity: 'warning',
  messages: {
    disk: 'Found `{{program}}` on `{{disk}}`, expected an input that is checked before, or a name below `/dev/disk/by-id`.',
  },
  examples: {
    good: [
      {
        title: 'an input, a file, and a check',
        source:
          '```bash\nmkfs.ext4 "$DISK"\ndd if=/dev/zero of=/tmp/test bs=1M count=10\nwipefs --no-act /dev/sdb\nmkfs.ext4 /dev/disk/by-id/nvme-eui.0025388b710116a1\n```\n',
      },
    ],
    bad: [
      {
        title: 'disks by the names of the day',
        source: '```bash\ndd if=image.iso of=/dev/sdb\nsudo mkfs.ext4 /dev/nvme1n1\n```\n',
        reports: [
          '2:17-2:28 Found `dd` on `/dev/sdb`, expected an input that is checked before, or a name below `/dev/disk/by-id`.',
          '3:16-3:28 Found `mkfs.ext4` on `/dev/nvme1n1`, expected an input that is checked before, or a name below `/dev/disk/by-id`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({layers, place}) {
        for (const {name, args} of callsOf({layers}, 'dd', ...FORMATTERS, ...FAMILY)) {
          if (args.some(({value}) => /^(?:-n|--no-act|-N|--help)$/.test(value ?? ''))) continue;
          const disks = args.flatMap(word => diskIn(word, {named: name === 'dd'}));
          for (const {disk, start, end} of disks) {
            report({at: place(start, end), message: 'disk', data: {program: name, disk}});
          }
        }
      },
    };
  },
});

/** `dd` names what it writes; the others take it as it stands. */
function diskIn({value = '', start, end}: Word, {named}: {readonly named: boolean}) {
  const disk = named ? value.replace(/^of=/, '') : value;
  const isWritten = !named || value.startsWith('of=');
  const isLasting = disk.startsWith('/dev/disk/by-') || disk.startsWith('/dev/mapper/');
  return isWritten && DISK.test(disk) && !isLasting ? [{disk, start, end}] : [];
}
