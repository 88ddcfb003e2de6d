import {translate} from '@docusaurus/Translate';
import Layout from '@theme/Layout';
import {Playground} from '../components/playground';

export default function PlaygroundPage() {
  return (
    <Layout
      title={translate({id: 'playground.title', message: 'Playground'})}
      description={translate({
        id: 'playground.description',
        message: 'Lint Markdown, a command or a query as you type, in the browser.',
      })}
    >
      <main className="container margin-vert--lg">
        <h1>{translate({id: 'playground.title', message: 'Playground'})}</h1>
        <Playground />
        <noscript>
          {translate({
            id: 'playground.noscript',
            message: 'The playground needs JavaScript. In a terminal: npx runbook lint FILE.',
          })}
        </noscript>
      </main>
    </Layout>
  );
}
