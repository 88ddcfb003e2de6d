import {describe, expect, it} from 'vitest';
import {shop} from './__fixtures__/shop';
import {findPodOwners, findWorkloads} from './find-workloads';
import {parseLabelSelector} from './label-selector';
import {workloadsOf} from './workload';

describe('findWorkloads', () => {
  it.each([
    ['app=web', ['web']],
    ['app=web,tier=back', []],
    ['app in (web, db)', ['web', 'db']],
    ['!tier', ['db', 'report']],
    ['', ['web', 'db', 'report']],
  ])('finds by the labels of the pods: %s', (text, expected) => {
    const selector = parseLabelSelector(text) ?? [];
    expect(findWorkloads(shop, {selector}).map(({object}) => object.name)).toEqual(expected);
  });

  it('looks into one namespace', () => {
    const selector = parseLabelSelector('!tier') ?? [];
    const found = findWorkloads(shop, {selector, namespace: 'office'});
    expect(found.map(({object}) => object.name)).toEqual(['report']);
  });
});

it.each([
  ['web-7c9d8b6f5-x2k4q', ['Deployment web']],
  ['db-0', ['StatefulSet db']],
  ['report-29384756-abcde', ['CronJob report']],
  ['web', []],
  ['web-0', []],
])('finds the owner of the pod %s', (pod, expected) => {
  const owners = findPodOwners(shop, {pod}).map(({object}) => `${object.type} ${object.name}`);
  expect(owners).toEqual(expected);
});

it('reads the containers of a workload', () => {
  const [web] = workloadsOf(shop);
  expect(web?.containers.at(-1)).toEqual({
    name: 'web',
    role: 'main',
    image: 'shop/web:1',
    ports: [
      {name: 'http', port: 8080, protocol: 'TCP'},
      {name: undefined, port: 9090, protocol: 'UDP'},
    ],
    env: ['LOG_LEVEL'],
    envFrom: [
      {type: 'ConfigMap', name: 'web-config', prefix: ''},
      {type: 'Secret', name: 'web-secret', prefix: 'SECRET_'},
    ],
    requests: {cpu: '100m'},
    limits: {cpu: '1', memory: '1Gi'},
  });
});
