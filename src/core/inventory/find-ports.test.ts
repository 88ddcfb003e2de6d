import {expect, it} from 'vitest';
import {shop} from './__fixtures__/shop';
import {findObjects} from './find-objects';
import {findPorts} from './find-ports';

function portsOf(type: string, name: string) {
  return findObjects(shop, {type, name}).map(object => findPorts(shop, object));
}

it('follows the ports of a service to the containers behind it', () => {
  expect(portsOf('Service', 'web')).toEqual([
    [
      {name: 'http', port: 80, containerPort: 8080},
      {name: 'metrics', port: 9090, containerPort: 9090},
      {name: 'nowhere', port: 81, containerPort: undefined},
    ],
  ]);
});

it('gives the ports that the containers of a workload declare', () => {
  expect(portsOf('Deployment', 'web')).toEqual([
    [
      {name: 'http', port: 8080, containerPort: 8080},
      {name: undefined, port: 9090, containerPort: 9090},
    ],
  ]);
  expect(portsOf('ConfigMap', 'web-config')).toEqual([[]]);
});
