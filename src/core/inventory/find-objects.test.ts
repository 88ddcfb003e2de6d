import {describe, expect, it} from 'vitest';
import {shop} from './__fixtures__/shop';
import {findObjects, namespacesOf} from './find-objects';

describe('findObjects', () => {
  it('finds by type, name and namespace', () => {
    const found = findObjects(shop, {type: 'Service', name: 'web', namespace: 'shop'});
    expect(found.map(({type, name}) => [type, name])).toEqual([['Service', 'web']]);
    expect(findObjects(shop, {type: 'Service', namespace: 'office'})).toEqual([]);
  });

  it('takes an object without a namespace for one of any', () => {
    const found = findObjects(shop, {type: 'ServiceAccount', namespace: 'office'});
    expect(found.map(({name}) => name)).toEqual(['anywhere']);
  });
});

it('knows the namespaces that are declared or used', () => {
  expect([...namespacesOf(shop)]).toEqual(['shop', 'office', 'empty']);
});
