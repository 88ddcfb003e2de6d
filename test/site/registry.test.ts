import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {readSharedInputs} from '../../plugins/docusaurus-runbooks/shared-inputs';
import {parseRunbook, registryOf} from '../../src/core';
import type {Runbook} from '../../src/core';
import {buildFolder, readPage, readRegistry} from './site';

const registry = readRegistry();

describe.each(registry.runbooks)('the page of $slug', runbook => {
  test('has an element for each step of the registry, and no other steps', () => {
    const expected = runbook.steps.map(({id, name}) => ({id, anchor: name}));
    expect(stepsOnPage(runbook)).toEqual(expected);
  });
});

test('the registry is what the core reads from the disk', () => {
  const files = registry.runbooks.map(({path}) => {
    return {path, source: readFileSync(join(buildFolder, '..', path), 'utf8')};
  });
  const inputs = readSharedInputs(join(buildFolder, '..'));
  expect(registry).toEqual(
    registryOf(files.map(({path, source}) => parseRunbook(source, {path, inputs}))),
  );
});

test('the registry is published with its schema', () => {
  const schema = JSON.parse(readFileSync(join(buildFolder, 'registry.schema.json'), 'utf8'));
  expect(schema).toMatchObject({type: 'object', required: ['version', 'runbooks']});
});

/** In the order of the page. */
function stepsOnPage({path}: Runbook) {
  const html = readPage(path.replace(/^docs\//, '').replace(/(?:\/index)?\.mdx?$/, ''));
  const tags = html.match(/<(?:figure|li)\b[^>]*\bdata-step-id=[^>]*>/g) ?? [];
  return tags.map(tag => ({id: attribute(tag, 'data-step-id'), anchor: attribute(tag, 'id')}));
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="?([^"\\s>]*)`).exec(tag)?.[1];
}
