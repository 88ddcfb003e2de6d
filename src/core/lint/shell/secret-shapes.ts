/** Keys that say by their shape what they are. */
export type SecretShape = {
  /** What the key opens. */
  readonly kind: string;
  readonly pattern: RegExp;
  /** How every key of this shape begins: what to look for before the pattern is tried. */
  readonly starts: readonly string[];
  /** The characters of a key, as a class of a pattern. */
  readonly characters: string;
  /** What every key of this shape holds and little else does. */
  readonly sign?: string;
};

export const SECRET_SHAPES: readonly SecretShape[] = [
  {
    kind: 'an AWS access key',
    pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
    starts: ['AKIA', 'ASIA'],
    characters: '[0-9A-Z]',
  },
  {
    kind: 'a GitHub token',
    pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}\b/g,
    starts: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    characters: '\\w',
  },
  {
    kind: 'a GitHub token',
    pattern: /\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/g,
    starts: ['github_pat_'],
    characters: '\\w',
  },
  {
    kind: 'a GitLab token',
    pattern: /\bglpat-[\w-]{20,}/g,
    starts: ['glpat-'],
    characters: '[\\w-]',
  },
  {
    kind: 'a Slack token',
    pattern: /\bxox[abprs]-\d{9,}-[\w-]{12,}/g,
    starts: ['xoxa-', 'xoxb-', 'xoxp-', 'xoxr-', 'xoxs-'],
    characters: '[\\w-]',
  },
  {
    kind: 'the address of a Slack webhook',
    pattern: /\bhooks\.slack\.com\/services\/T[0-9A-Z]{8,}\/B[0-9A-Z]{8,}\/[A-Za-z0-9]{20,}/g,
    starts: ['hooks.slack.com/services/'],
    characters: '[\\w/]',
  },
  {
    kind: 'a Stripe key',
    pattern: /\b[rs]k_live_[A-Za-z0-9]{24,}\b/g,
    starts: ['rk_live_', 'sk_live_'],
    characters: '\\w',
  },
  {
    kind: 'a Google API key',
    pattern: /\bAIza[\w-]{35}(?![\w-])/g,
    starts: ['AIza'],
    characters: '[\\w-]',
  },
  {
    kind: 'an npm token',
    pattern: /\bnpm_[A-Za-z0-9]{36}\b/g,
    starts: ['npm_'],
    characters: '\\w',
  },
  {
    kind: 'a JSON web token',
    pattern: /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{20,1000}/g,
    starts: ['eyJ'],
    characters: '[\\w.-]',
    sign: '.eyJ',
  },
  {
    kind: 'a private key',
    pattern:
      /-----BEGIN (?:[A-Z]{1,20} )?PRIVATE KEY-----\s{1,4}(?:[\w-]{1,40}: [^\n]{0,100}\n\s{0,4}){0,4}[A-Za-z0-9+/]{48,76}(?=\s)/g,
    starts: ['', 'DSA ', 'EC ', 'ENCRYPTED ', 'OPENSSH ', 'RSA '].map(
      algorithm => `-----BEGIN ${algorithm}PRIVATE KEY-----`,
    ),
    characters: '[\\w+/=:,\\s-]',
    sign: 'PRIVATE KEY-----',
  },
];
