import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';

/** Only a site that a server hands out has a manifest. */
if (ExecutionEnvironment.canUseDOM && document.querySelector('link[rel="manifest"]') !== null) {
  // Whoever opens a runbook has no time to wait for this.
  window.addEventListener('load', () => void import('./freshness').then(({follow}) => follow()));
}
