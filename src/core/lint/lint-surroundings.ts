import {indexPlaces} from '../document';
import type {SourceFile} from '../registry';
import type {Finding} from './finding';
import type {Job} from './job';
import {isRuleFile} from './options';
import type {LintOptions, UnreadableFile} from './options';
import {applySuppressions, suppressionsInYaml} from './suppressions';

/**
 * What could not be read around the linted files. It silences rules, so it is said even if only
 * Markdown is linted.
 */
export function lintSurroundings(
  files: readonly SourceFile[],
  {unreadable = []}: Pick<LintOptions, 'unreadable'>,
  job: Job,
): readonly Finding[] {
  const linted = new Set(files.filter(isRuleFile).map(({path}) => path));
  return [...lintInventory(linted, job), ...unreadable.flatMap(file => lintUnreadable(file, job))];
}

function lintInventory(linted: ReadonlySet<string>, job: Job): readonly Finding[] {
  const {files = [], problems = []} = job.workspace.inventory ?? {};
  return files.flatMap(({path, source}) => {
    const own = linted.has(path) ? [] : problems.filter(problem => problem.path === path);
    if (own.length === 0) return [];
    const places = indexPlaces(source);
    const {visit, findings} = job.rules.file(path);
    for (const problem of own) visit({kind: 'inventory-problem', problem, place: places.span});
    const suppressions = suppressionsInYaml(source, places);
    return applySuppressions({path, findings, suppressions}, job);
  });
}

function lintUnreadable({path, reason, part}: UnreadableFile, {rules}: Job): readonly Finding[] {
  const {visit, findings} = rules.file(path);
  visit({kind: 'unreadable-file', reason, part, span: indexPlaces('').span(0, 0)});
  return findings;
}
