import {describe, expect, it} from 'vitest';
import {loadContent} from '../plugins/docusaurus-runbooks/content';
import {readSharedInputs} from '../plugins/docusaurus-runbooks/shared-inputs';
import {projectOf} from './cli/project';
import {runMain} from './cli/run-main';

const PAGE =
  '# Pods\n\n```bash {"name":"pods"}\nkubectl get pods -n "$NAMESPACE" -l "app=$APP"\n```\n\n```promql {"name":"up"}\nup{namespace="$NAMESPACE"}\n```\n';
const CONFIG = `paths: [docs]
inputs:
  NAMESPACE: {description: The namespace of the service, type: namespace}
  APP: {description: The service, default: web}
  UNUSED: {description: What no page needs}
`;

describe('the inputs of runbook.config.yaml', () => {
  it('are in the registry of the site as in that of the command line', async () => {
    const root = projectOf({'runbook.config.yaml': CONFIG, 'docs/pods.md': PAGE});
    const {registry} = await loadContent(root, {
      id: 'default',
      docs: 'docs',
      rules: [],
      metrics: [],
      brief: [],
      owner: null,
      tools: {},
    });
    const {stdout} = await runMain(['list', '--json'], root);
    expect(registry).toEqual(JSON.parse(stdout));
    expect(registry.runbooks[0]).toMatchObject({
      inputs: [
        {name: 'NAMESPACE', type: 'namespace'},
        {name: 'APP', default: 'web'},
      ],
      steps: [{inputs: ['NAMESPACE', 'APP']}, {inputs: ['NAMESPACE']}],
    });
  });

  it('are none where no file or no key has them', () => {
    expect(readSharedInputs(projectOf({}))).toEqual([]);
    expect(readSharedInputs(projectOf({'runbook.config.yaml': 'paths: [docs]\n'}))).toEqual([]);
    expect(readSharedInputs(projectOf({'runbook.config.yaml': ''}))).toEqual([]);
  });

  it('stop the site where they do not fit', () => {
    const root = projectOf({'runbook.config.yaml': 'inputs: {POD: {type: pod}}\n'});
    expect(() => readSharedInputs(root)).toThrow('runbook.config.yaml: `inputs.POD.description`: ');
  });
});
