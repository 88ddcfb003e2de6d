import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {findStep, parseRunbook} from '../../core';
import type {Step} from '../../core';
import type {FoundRunbook} from '../find-runbook';
import {unifiedDiff} from '../line-diff';

/**
 * Reads the page again and compares a step with what the plan holds: the difference, or null where
 * the step still does what was agreed to. The rest of the page may change as it likes.
 */
export function stepChange({
  document,
  root,
}: Pick<FoundRunbook, 'document' | 'root'>): (step: Step) => Promise<string | null> {
  const {path} = document;
  // Most pages stay as they are, and to read a long one again costs more than a short step.
  let {source: known, runbook} = document;
  return async step => {
    // A person reads a manual step and ticks it off, perhaps in the very file.
    if (step.kind === 'manual') return null;
    const source = await readNow(resolve(root, path));
    if (source !== known) {
      runbook = parseRunbook(source, {path}).runbook;
      known = source;
    }
    const now = findStep(runbook, step.name);
    if (now?.hash === step.hash) return null;
    return unifiedDiff(path, stepText(step), now === undefined ? '' : stepText(now));
  };
}

/** A page that is gone has no steps. */
async function readNow(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

/** What the hash of a step covers, a line each. */
function stepText(step: Step): string {
  if (step.kind === 'manual') return `${step.text}\n`;
  const {effect, excludeFromRunAll} = step;
  const settings =
    step.kind === 'query'
      ? {expect: step.expect, within: step.within, every: step.every, excludeFromRunAll}
      : {
          language: step.language,
          effect,
          cwd: step.cwd,
          interactive: step.interactive,
          background: step.background,
          excludeFromRunAll,
          timeout: step.timeout,
          exit: step.exit,
          needs: step.needs,
          ready: step.ready,
          undo: step.undo,
        };
  const lines = Object.entries(settings)
    .filter(([, value]) => value !== null && value !== false && String(value) !== '')
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}\n`);
  const text = step.kind === 'query' ? step.expr : step.script;
  return `${lines.join('')}${text.replace(/\n*$/, '\n')}`;
}
