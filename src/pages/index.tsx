import home from '@generated/docusaurus-runbooks/default/home.json';
import {translate} from '@docusaurus/Translate';
import Layout from '@theme/Layout';
import {HomePage} from '../components/home';

export default function Home() {
  return (
    <Layout
      title={translate({id: 'home.title', message: 'From the alert to the right command'})}
      description={translate({
        id: 'home.description',
        message: 'Runbooks for SQL Studio: find the alert, copy the command, know that it works.',
      })}
    >
      <HomePage home={home} />
    </Layout>
  );
}
