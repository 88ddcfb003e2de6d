import {useDoc} from '@docusaurus/plugin-content-docs/client';
import Content from '@theme-original/DocItem/Content';
import type {Props} from '@theme/DocItem/Content';
import {ChecklistProvider} from '../../../components/checklist';
import {InputsProvider} from '../../../components/inputs';
import {RunbookHead} from '../../../components/runbook-head';

export default function ContentWrapper(props: Props) {
  const {permalink} = useDoc().metadata;
  return (
    <InputsProvider key={permalink} page={permalink}>
      <ChecklistProvider page={permalink}>
        <RunbookHead />
        <Content {...props} />
      </ChecklistProvider>
    </InputsProvider>
  );
}
