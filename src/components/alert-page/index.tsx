import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useHistory} from '@docusaurus/router';
import {translate} from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import Layout from '@theme/Layout';
import {clsx} from 'clsx';
import {useEffect} from 'react';
import type {AlertPageData} from '../../../plugins/docusaurus-runbooks/client';
import {SeverityBadge} from '../badge';
import {Icon} from '../icon';
import {SearchBox} from '../search';
import styles from './styles.module.css';

/** The permalink of an alert: leads to its runbook, with JavaScript and without. */
export function AlertPage({alert}: {readonly alert: AlertPageData}) {
  const {name, severity, runbooks} = alert;
  const target = runbooks.length === 1 ? runbooks[0]?.to : undefined;
  const time = alert.for;
  return (
    <Layout title={name} description={runbooks[0]?.description ?? name} noFooter>
      {target !== undefined && <Redirect to={target} />}
      {runbooks.length > 0 && <PlainFile name={name} />}
      <main className={styles.page}>
        <p className={styles.eyebrow}>
          {severity !== null && <SeverityBadge severity={severity} />}
          {time !== null && translate({id: 'runbook.alert.for', message: 'for {time}'}, {time})}
        </p>
        <h1 className={styles.name}>{name}</h1>
        {runbooks.length === 0 && (
          <>
            <p>{noRunbook()}</p>
            <div className={styles.search}>
              <SearchBox autoFocus results="inline" initialQuery={name} />
            </div>
          </>
        )}
        {runbooks.map(({to, title, description}) => (
          <Link key={to} className={clsx(styles.runbook)} to={to}>
            <span>
              <strong>{title}</strong>
              <span>{description}</span>
            </span>
            <Icon name="arrow" size={20} />
          </Link>
        ))}
        <Link to="/">
          {translate({id: 'runbook.alert.all', message: 'All alerts and runbooks'})}
        </Link>
      </main>
    </Layout>
  );
}

function Redirect({to}: {readonly to: string}) {
  const history = useHistory();
  useEffect(() => {
    history.replace(`${to}${window.location.search}${window.location.hash}`);
  }, [history, to]);
  return (
    <>
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <noscript>
        {/* Not in the head: with JavaScript it would win the race and lose the link's fragment. */}
        <meta httpEquiv="refresh" content={`0; url=${to}`} />
      </noscript>
    </>
  );
}

/** Tells programs where the runbook is as its author wrote it. */
function PlainFile({name}: {readonly name: string}) {
  const file = useBaseUrl(`/alerts/${name}.md`);
  return (
    <Head>
      <link rel="alternate" type="text/markdown" href={file} />
    </Head>
  );
}

function noRunbook(): string {
  return translate({
    id: 'runbook.alert.none',
    message:
      'No runbook names this alert yet. This is what has a part of its name; try the metric or the component too.',
  });
}
