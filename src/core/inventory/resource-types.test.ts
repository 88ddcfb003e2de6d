import {expect, it} from 'vitest';
import {shop} from './__fixtures__/shop';
import {resourceTypeOf} from './resource-types';

it.each([
  ['deploy', 'Deployment'],
  ['Deployments', 'Deployment'],
  ['deployment.apps', 'Deployment'],
  ['deployments.v1.apps', 'Deployment'],
  ['deployment.batch', undefined],
  ['svc', 'Service'],
  ['cert', 'Certificate'],
  ['certificate.cert-manager.io', 'Certificate'],
  ['ct', 'Cart'],
  ['carts.shop.example.org', 'Cart'],
  ['deployement', undefined],
  ['', undefined],
])('takes `%s` for the type %s', (word, expected) => {
  expect(resourceTypeOf(shop, word)?.type).toBe(expected);
});

it('knows what is cluster-wide', () => {
  const words = ['ns', 'nodes', 'carts', 'ing', 'hpa'];
  expect(words.map(word => resourceTypeOf(shop, word)?.isNamespaced)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});
