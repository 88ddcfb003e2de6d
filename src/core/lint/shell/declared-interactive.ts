import type {ScriptNode} from '../node';

/** The author has to have said it in the tag: that the script is interactive can be seen without. */
export function isDeclaredInteractive({block, document}: ScriptNode): boolean {
  const {start, end} = block.infoSpan;
  const info = document.source.slice(start.offset, end.offset);
  return /["\s]interactive["\s]*[:=]\s*"?true/.test(info);
}
