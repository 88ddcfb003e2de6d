import {describe, expect, it} from 'vitest';
import {findSecrets, looksLikePassword} from './secrets';

/** Put together here, so that no scanner takes this file for a leak. */
const TOKENS: readonly (readonly [string, string])[] = [
  ['an AWS access key', `AK${'IA'}Q7LZ4TNW2RHB5KXD`],
  ['a GitHub token', `gh${'p_'}9fK2mXq7RtLw4ZcVb8NsYd3HjPgTe6UaQoIi`],
  ['a GitLab token', `gl${'pat-'}x7Kp2mQv9RtLw4ZcVb8N`],
  ['a Slack token', `xo${'xb-'}739164820517-aB3dE5gH7jK9`],
  ['a Google API key', `AI${'za'}SyB7kQ2mXv9RtLw4ZcNb8sYd3HjPgTe6UaQ`],
  ['a JSON web token', `ey${'J'}hbGciOiJIUzI1.eyJzdWIiOiJvcHMtMjAy.dozjgNryP4J3jVmNHl0w5N_XgL0n`],
];

describe('findSecrets', () => {
  it.each(TOKENS)('finds %s by its shape', (kind, token) => {
    const text = `set ${token}.`;
    expect(findSecrets(text)).toEqual([{kind, start: 4, end: 4 + token.length}]);
  });

  it('is silent about what stands for a secret', () => {
    const texts = [
      'AKIAIOSFODNN7EXAMPLE',
      'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      'glpat-AAAAAAAAAAAAAAAAAAAAAA',
      'eyJhbGciOi...',
      '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
      'AKIA',
    ];
    expect(texts.flatMap(findSecrets)).toEqual([]);
  });
});

describe('looksLikePassword', () => {
  it('is true of what somebody chose or made', () => {
    expect(['9vXr2mKqLw7', 'c0rrect+H0rse', '7f3a9c1e5b2d'].filter(looksLikePassword)).toHaveLength(
      3,
    );
  });

  it('is false of what stands for it, of words and of what is short', () => {
    const values =
      'changeme YOUR_PASSWORD s3cret password1 admin123 xxxxxxxx ******** <token> {{pw}} 12345678 correct-horse a1b2 aaaaaaaa1 web-tls-2024'.split(
        ' ',
      );
    expect(values.filter(looksLikePassword)).toEqual([]);
  });
});
