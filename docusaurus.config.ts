import type {Config} from '@docusaurus/types';
import type * as Preset from '@docusaurus/preset-classic';
import {remarkRunbookFacts} from './plugins/docusaurus-runbooks/remark-runbook-facts';
import {removeActiveContent} from './plugins/docusaurus-runbooks/remove-active-content';
import {readSharedInputs} from './plugins/docusaurus-runbooks/shared-inputs';
import {severitySidebarItems} from './plugins/docusaurus-runbooks/sidebar-items';
import {remarkRunbook} from './plugins/remark-runbook';
import {darkCode, lightCode} from './src/css/prism-themes';

const repository = 'https://github.com/howlerops/runbooks';

const config: Config = {
  title: 'Howlerops Runbooks',
  tagline: 'From the alert to the right command.',
  favicon: 'img/favicon.svg',
  url: 'https://docs.sqlstudio.io',
  baseUrl: process.env['BASE_URL'] ?? '/',
  // Alert annotations link to `/runbooks/<slug>`. With a folder for each page every static host
  // serves that link; `<slug>.html` needs one that tries file endings.
  trailingSlash: true,
  organizationName: 'howlerops',
  projectName: 'runbooks',
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  // One page that finds its way without a server, for `npm run build:offline`.
  future: {v4: true, experimental_router: process.env['OFFLINE'] === 'true' ? 'hash' : 'browser'},
  markdown: {
    format: 'detect',
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
  },
  plugins: [
    [
      './plugins/docusaurus-runbooks/index.ts',
      {
        docs: 'docs',
        rules: ['inventory/prometheus/*.yml', 'inventory/prometheus/*.yaml'],
        metrics: ['inventory/prometheus/*.prom'],
        brief: ['docs/rules/**'],
        owner: 'SQL Studio backend on call',
        tools: {
          grafana: {url: 'https://grafana.sqlstudio.io'},
          ...(process.env['PROMETHEUS_ADDRESS'] && {prometheus: process.env['PROMETHEUS_ADDRESS']}),
        },
      },
    ],
    './plugins/docusaurus-offline/index.ts',
  ],
  presets: [
    [
      'classic',
      {
        docs: {
          routeBasePath: '/',
          sidebarPath: './sidebars.ts',
          sidebarItemsGenerator: severitySidebarItems,
          breadcrumbs: false,
          beforeDefaultRemarkPlugins: [
            [remarkRunbook, {root: __dirname, inputs: readSharedInputs(__dirname)}],
            remarkRunbookFacts,
          ],
          rehypePlugins: [removeActiveContent],
          editUrl: `${repository}/edit/main/`,
          showLastUpdateTime: true,
        },
        blog: false,
        theme: {customCss: './src/css/custom.css'},
        sitemap: {ignorePatterns: ['/alerts/**']},
      } satisfies Preset.Options,
    ],
  ],
  themeConfig: {
    image: 'img/social-card.png',
    colorMode: {respectPrefersColorScheme: true},
    navbar: {
      title: 'Howlerops',
      logo: {alt: '', src: 'img/logo.svg', srcDark: 'img/logo-dark.svg', width: 28, height: 28},
      items: [
        {to: '/runbooks', label: 'Runbooks', activeBaseRegex: '/runbooks/'},
        {to: '/alerts', label: 'Alerts', activeBaseRegex: '/alerts/'},
        {to: '/commands', label: 'Commands', activeBaseRegex: '/commands/'},
        {to: '/metrics', label: 'Metrics', activeBaseRegex: '/metrics/'},
        {to: '/guides', label: 'Guides', activeBaseRegex: '/guides/'},
        {to: '/reference', label: 'Reference', activeBaseRegex: '/(reference|rules|decisions)/'},
        {href: repository, label: 'GitHub', position: 'right'},
      ],
    },
    docs: {sidebar: {hideable: true, autoCollapseCategories: false}},
    tableOfContents: {minHeadingLevel: 2, maxHeadingLevel: 3},
    prism: {
      theme: lightCode,
      darkTheme: darkCode,
      additionalLanguages: ['bash', 'promql'],
    },
    footer: {
      links: [
        {label: 'Alerts', to: '/alerts'},
        {label: 'Commands', to: '/commands'},
        {label: 'Metrics', to: '/metrics'},
        {label: 'Playground', to: '/playground'},
        {label: 'Registry', href: 'pathname:///registry.json'},
        {label: 'Schema', href: 'pathname:///registry.schema.json'},
        {label: 'Source', href: repository},
      ],
      copyright: 'Runbooks under the MIT License.',
    },
  } satisfies Preset.ThemeConfig,
};

export default config;
