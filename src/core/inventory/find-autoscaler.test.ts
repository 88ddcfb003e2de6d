import {expect, it} from 'vitest';
import {shop} from './__fixtures__/shop';
import {findAutoscaler} from './find-autoscaler';

it.each([
  ['Deployment', 'web', ['HorizontalPodAutoscaler', 1, 5]],
  ['StatefulSet', 'db', ['ScaledObject', 0, 3]],
  ['Deployment', 'db', undefined],
])('finds what owns the replicas of the %s %s', (type, name, expected) => {
  const found = findAutoscaler(shop, {type, name, namespace: 'shop'});
  expect(found && [found.object.type, found.minReplicas, found.maxReplicas]).toEqual(expected);
});

it('does not look into another namespace', () => {
  const query = {type: 'Deployment', name: 'web', namespace: 'office'};
  expect(findAutoscaler(shop, query)).toBeUndefined();
});
