import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {relative, resolve} from 'node:path';
import {closest} from '../core/closest';
import {findRunbooks, findStep, parseRunbook} from '../core';
import type {MarkdownDocument, Step} from '../core';
import {loadConfig} from './config';
import type {Config} from './config';
import {MARKDOWN, loadProject, sharedInputs} from './project';
import {UserError} from './user-error';

/** A runbook that a person named, and the step, if the name had one. */
export type FoundRunbook = {
  readonly document: MarkdownDocument;
  readonly step: Step | undefined;
  /** The folder that `document.path` starts from, absolute. */
  readonly root: string;
  readonly config: Config;
};

/** The working directory, and the configuration that a person named. */
type Where = {readonly cwd: string; readonly config: string | undefined};

/**
 * Finds `<runbook>` or `<runbook>#<step>`, the runbook given by slug, alert or path to a Markdown
 * file. Throws UserError where there is none, more than one, or no such step.
 */
export async function findRunbook(name: string, {cwd, config}: Where): Promise<FoundRunbook> {
  const [runbookName = '', stepName] = splitName(name);
  const {
    document,
    root,
    config: loaded,
  } = isMarkdownPath(runbookName, cwd)
    ? await readDocument(runbookName, {cwd, config})
    : await findDocument(runbookName, {cwd, config});
  if (stepName === undefined) return {document, step: undefined, root, config: loaded};
  const step = findStep(document.runbook, stepName);
  if (step !== undefined) return {document, step, root, config: loaded};
  const names = document.runbook.steps.map(candidate => candidate.name);
  const near = closest(stepName, names);
  throw new UserError(`\`${document.runbook.slug}\` has no step \`${stepName}\`.`, {
    hint: near
      ? `Did you mean \`${document.runbook.slug}#${near}\`?`
      : `Type \`runbook show ${document.runbook.slug}\` to see its steps.`,
  });
}

function splitName(name: string): readonly string[] {
  const hash = name.lastIndexOf('#');
  return hash === -1 ? [name] : [name.slice(0, hash), name.slice(hash + 1)];
}

function isMarkdownPath(name: string, cwd: string): boolean {
  return MARKDOWN.some(ending => name.endsWith(ending)) && existsSync(resolve(cwd, name));
}

async function readDocument(path: string, {cwd, config}: Where) {
  const loaded = await loadConfig(cwd, config);
  const inputs = sharedInputs(loaded);
  const shown = relative(cwd, resolve(cwd, path)).replaceAll('\\', '/');
  const document = parseRunbook(await readText(path, cwd), {path: shown, inputs});
  return {document, root: cwd, config: loaded.config};
}

async function readText(path: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, path), 'utf8');
  } catch (cause) {
    throw new UserError(`\`${path}\` could not be read.`, {cause});
  }
}

async function findDocument(name: string, {cwd, config}: Where) {
  const loaded = await loadConfig(cwd, config);
  const {documents, registry, root} = await loadProject(loaded);
  const found = findRunbooks(registry, name);
  const [runbook] = found;
  if (runbook === undefined) throw nothingCalled(name, registry.runbooks);
  if (found.length > 1) {
    throw new UserError(`\`${name}\` names ${found.length} runbooks.`, {
      hint: `Give one by its path: ${found.map(({path}) => path).join(', ')}.`,
    });
  }
  const document = documents.find(candidate => candidate.runbook === runbook);
  if (document === undefined)
    throw new Error(`${runbook.path} is in the registry but was not read`);
  return {document, root, config: loaded.config};
}

function nothingCalled(
  name: string,
  runbooks: readonly {readonly slug: string; readonly alerts: readonly string[]}[],
): UserError {
  const near = closest(
    name,
    runbooks.flatMap(({slug, alerts}) => [slug, ...alerts]),
  );
  return new UserError(`There is no runbook \`${name}\`.`, {
    hint: near ? `Did you mean \`${near}\`?` : 'Type `runbook list` to see all of them.',
  });
}
