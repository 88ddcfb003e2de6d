import type {SourceFile} from '../registry';
import {compareFindings} from './finding';
import type {Finding} from './finding';
import {withRuleFiles} from './options';
import type {LintOptions} from './options';
import {startLint} from './session';

/**
 * Checks Markdown files and, where the path ends in `.yml` or `.yaml`, Prometheus rule files.
 * Never throws on what a file holds; the findings come by path, line, column and rule.
 */
export function lint(files: readonly SourceFile[], options: LintOptions = {}): readonly Finding[] {
  const all = withRuleFiles(options, files);
  const session = startLint(all);
  for (const file of files) session.check(file);
  return [...session.finish(), ...session.surroundings(files)].sort(compareFindings);
}
