import {KUBECTL_VERSIONS} from '../../kubectl';
import type {Target} from '../workspace';

/** The versions that a call has to suit: the target's, or all that are known. */
export function kubectlVersions({kubectl}: Target): readonly string[] {
  const version = kubectl === undefined ? undefined : toMinor(kubectl);
  return version === undefined ? KUBECTL_VERSIONS : [version];
}

/** Whether the target is known to be older than `1.minor`. */
export function isBefore(target: Target, minor: number): boolean {
  return kubectlVersions(target).every(version => minorOf(version) < minor);
}

/** The version behind one of the known ones: the first in which a feature is gone. */
export function versionAfter(version: string): string {
  return `1.${minorOf(version) + 1}`;
}

function toMinor(version: string): string | undefined {
  return /^v?(1\.\d+)/.exec(version.trim())?.[1];
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
