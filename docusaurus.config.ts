import type {Config} from '@docusaurus/types';
import type * as Preset from '@docusaurus/preset-classic';
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
  future: {v4: true},
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
        tools: {
          grafana: {url: 'https://grafana.sqlstudio.io'},
          ...(process.env['PROMETHEUS_ADDRESS'] && {prometheus: process.env['PROMETHEUS_ADDRESS']}),
        },
      },
    ],
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
          ],
          rehypePlugins: [removeActiveContent],
          editUrl: `${repository}/edit/main/`,
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
        {label: 'Registry', href: 'pathname:///registry.json'},
        {label: 'Schema', href: 'pathname:///registry.schema.json'},
        {label: 'Source', href: repository},
      ],
      copyright: 'Runbooks under the MIT License.',
    },
  } satisfies Preset.ThemeConfig,
};

export default config;
