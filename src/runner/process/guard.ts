import type {Writable} from 'node:stream';

/** A process that ends groups whose run has died without a word, as by `kill -9`. */
export type Guard = {
  readonly watch: (group: number) => void;
  readonly release: (group: number) => void;
};

/** Learns from its stdin which groups to watch; its end is the end of the run. */
export const GUARD_SCRIPT = `
groups=
while read -r word id; do
  rest=
  for group in $groups; do
    [ "$group" = "$id" ] || rest="$rest $group"
  done
  groups=$rest
  [ "$word" = watch ] && groups="$groups $id"
done
for signal in TERM 0 0 0 0 0 KILL; do
  left=
  for group in $groups; do
    kill -s "$signal" -- "-$group" && left=yes
  done
  [ -n "$left" ] || exit 0
  sleep 1
done
`;

export function createGuard(stdin: Writable): Guard {
  // Without a guard the run goes on; the groups still end with it in every orderly case.
  stdin.on('error', () => {});
  const tell = (word: 'watch' | 'release') => (group: number) => {
    if (!stdin.destroyed) stdin.write(`${word} ${group}\n`);
  };
  return {watch: tell('watch'), release: tell('release')};
}
