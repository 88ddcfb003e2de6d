import type {KubectlNode} from '../node';
import {offsetOf, sectionOf} from './section';

const WARNING =
  /:::(?:danger|warning|caution)|\[!(?:WARNING|CAUTION|IMPORTANT)\]|⚠|\b(?:warning|caution|danger(?:ous)?|destructive|irreversibl[ey]|data loss|outage|downtime|backups?|snapshot|cannot be undone|last resort|only if)\b/i;

/** A warning further away than this is not read again, in UTF-16 units. */
const REACH = 4000;

/** Whether the section warns of something before the call, in words that a reader would heed. */
export function isWarnedOf(node: KubectlNode): boolean {
  const offset = offsetOf(node);
  const start = Math.max(sectionOf(node).start, offset - REACH);
  return WARNING.test(node.script.document.source.slice(start, offset));
}
