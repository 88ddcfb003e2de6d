import type {Engines, SourceFile} from '../../core';
import {loadJqCompiler} from './jq';
import {needsJq, needsSql} from './needs';
import {loadSqlParser} from './sql';

/** The engines that these pages have work for; one that is not needed is not loaded. */
export async function loadEngines(files: readonly SourceFile[]): Promise<Engines> {
  const [jq, sql] = await Promise.all([
    files.some(({source}) => needsJq(source)) ? loadJqCompiler() : undefined,
    files.some(({source}) => needsSql(source)) ? loadSqlParser() : undefined,
  ]);
  return {...(jq && {jq}), ...(sql && {sql})};
}
