import type {Word} from '../types';
import type {Effect} from './effect';

const SYSTEM = /^\/(?:etc|usr|bin|sbin|lib\w*|boot|opt|srv|root|sys|proc|var\/(?!tmp\/)|run|dev\/)/;
const HARMLESS = /^\/dev\/(?:null|stdout|stderr|stdin|tty|fd\/|tcp\/|udp\/)|^\/proc\/self\/fd\//;
const DISK = /^\/dev\/(?:sd|hd|vd|xvd|nvme|disk|mapper|mmcblk|dm-)/;

/**
 * What writing the file does. A new file beside the script is a result, not a change of the world;
 * a file of the system, or any but a temporary one in a pod, is a change; a disk is destroyed.
 */
export function writesSystem(word: Word, {away}: {readonly away: boolean}): Effect {
  const path = word.value ?? '';
  if (HARMLESS.test(path) || /^&?\d+$|^-$/.test(path)) return 'read';
  if (DISK.test(path)) return 'destroy';
  if (SYSTEM.test(path)) return 'change';
  return away && !path.startsWith('/tmp/') ? 'change' : 'read';
}
