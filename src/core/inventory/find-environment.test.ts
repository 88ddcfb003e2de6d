import {expect, it} from 'vitest';
import {shop} from './__fixtures__/shop';
import {findEnvironment} from './find-environment';
import {workloadsOf} from './workload';

it('gathers the variables of all containers, ConfigMaps and Secrets', () => {
  const environments = workloadsOf(shop).map(workload => findEnvironment(shop, workload));
  expect(environments).toEqual([
    {names: ['COLOR', 'LOG_LEVEL', 'MIGRATIONS', 'SECRET_TOKEN'], isComplete: true},
    {names: [], isComplete: false},
    {names: [], isComplete: true},
  ]);
});
