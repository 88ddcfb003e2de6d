import {describe, expect, it} from 'vitest';
import {linkTarget} from './link-target';

describe('linkTarget', () => {
  it.each([
    ['./a.md', 'docs/a.md', undefined],
    ['../guides/on%20call.md#First', 'guides/on call.md', 'First'],
    ['a.md?plain=1#b', 'docs/a.md', 'b'],
    ['#%C3%BCber', 'docs/x.md', 'über'],
  ])('reads %s', (url, path, fragment) => {
    expect(linkTarget(url, 'docs/x.md')).toMatchObject({path, fragment});
  });

  it.each([
    'https://example.org/a.md',
    'mailto:a@example.org',
    '//example.org/a',
    '/docs/a.md',
    '@site/a.md',
    '../../outside.md',
    '{{< ref "a.md" >}}',
    '%E0%A4%A',
  ])('has nothing to say about %s', url => {
    expect(linkTarget(url, 'docs/x.md')).toBeUndefined();
  });
});
